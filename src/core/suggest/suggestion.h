// One completion of what is being typed.
#pragma once

#include "core/text/byte_range.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// In the order of usefulness: of equal matches a role comes first.
enum class SuggestionType { role, skill, section, phrase };

std::string_view name_of(SuggestionType type);

struct Suggestion {
  std::string text;
  SuggestionType type = SuggestionType::phrase;
  std::string id;  // empty for a section or a phrase
  std::string url;
  std::vector<ByteRange> matched;  // in text; empty when `via` matched
  std::string via;                 // the alias that matched; empty when the text itself did
};

struct SuggestAnswer {
  std::string query;
  std::size_t total = 0;  // completions there are, exact; suggestions may hold fewer
  std::vector<Suggestion> suggestions;
};

}  // namespace guidepost
