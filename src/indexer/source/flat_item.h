// An item as named fields, the way JSON Lines and tables give it, and what it means.
#pragma once

#include "core/model/skill.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::indexer {

struct FlatItem {
  std::string id;
  std::string type;  // guide, passage, skill, tip; empty: passage
  std::string title;
  std::string section;  // a kind's name, or a heading
  std::string body;
  std::string guide;
  std::string url;
  std::string family;
  std::string language;
  std::string kind;              // of a skill
  std::vector<SkillUse> skills;  // by id, label or alias
  std::vector<std::string> levels;
  std::vector<std::string> aliases;
  std::string extra;  // a JSON object of further keys; may be empty
  std::size_t line = 0;
};

/// The item, or nothing when `problems` has an error: no id, neither title nor body, an unknown type or kind. Texts are made valid UTF-8
/// without control characters; what is longer than anything a person would read is cut, with a warning.
std::optional<SourceItem> item_of(FlatItem flat, ProblemList& problems);

}  // namespace guidepost::indexer
