// Passages that help with a skill: those of a role's own guide first, then any.
#pragma once

#include "core/model/skill.h"
#include "core/result.h"
#include "core/search/searcher.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct HelpingPassage {
  std::string id;
  std::string type;  // "passage" or "tip"
  std::string title;
  std::string guide;  // may be empty
  std::string url;
};

using HelpingPassages = std::vector<HelpingPassage>;

/// The best passages and tips that name or declare `skill`, at most `limit`; empty where none does. `role`: id of the guide whose passages come first.
Result<HelpingPassages> helping_passages(const Searcher& searcher, const Skill& skill,
                                         std::string_view role, std::size_t limit);

}  // namespace guidepost
