// What can be completed, as the indexer hands it over and as the file of a generation holds it.
#pragma once

#include "core/result.h"
#include "core/suggest/suggestion.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// A thing that can be completed. `aliases` complete to it too. Among equal matches the larger `weight` (how many guides and passages hold
/// it) comes first. A section's text is "<guide>: <heading>", and typing may begin with either.
struct SuggestEntry {
  std::string text;
  SuggestionType type = SuggestionType::phrase;
  std::string id;
  std::string url;
  std::vector<std::string> aliases;
  double weight = 0;
};

/// The order in which equal matches are shown: by type, weight, length, and then by bytes. Total for different entries.
bool is_more_useful(const SuggestEntry& a, const SuggestEntry& b);

std::string encode(const std::vector<SuggestEntry>& entries);

/// index_damaged for bytes that encode() does not write.
Result<std::vector<SuggestEntry>> decode_suggest_entries(std::string_view bytes);

}  // namespace guidepost
