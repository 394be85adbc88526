// Any bytes typed, any bytes as names, and any bytes as the file of a suggester: marks are sound, and what is damaged is refused or read.
#include "check_item.h"
#include "core/suggest/suggester.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

using indexer::require;

void check_answer(const Suggester& suggester, std::string_view typed) {
  const SuggestAnswer answer = suggester.suggest(typed, 20);
  require(!first_invalid_utf8(answer.query));
  require(answer.query.size() <= Suggester::most_typed_bytes);
  require(answer.suggestions.size() == std::min<std::size_t>(answer.total, 20));
  for (const Suggestion& suggestion : answer.suggestions) {
    const std::string_view text = suggestion.text;
    const bool is_clean = !first_invalid_utf8(text);
    require(suggestion.via.empty() || suggestion.matched.empty());
    std::size_t end = 0;
    for (const ByteRange& range : suggestion.matched) {
      require(range.begin >= end && range.begin < range.end && range.end <= text.size());
      end = range.end;
      if (is_clean) {
        require(!first_invalid_utf8(text.substr(range.begin, range.end - range.begin)));
      }
    }
  }
}

const Suggester& career_suggester() {
  static const Suggester suggester(
      {{"Kubernetes", SuggestionType::skill, "kubernetes", "/skills/kubernetes", {"k8s"}, 12},
       {"Backend Developer", SuggestionType::role, "backend", "/guides/backend", {"API dev"}, 40},
       {"Backend Developer: CV", SuggestionType::section, "", "/guides/backend#cv", {}, 40},
       {"Front-end", SuggestionType::role, "frontend", "/guides/frontend", {"ui"}, 40},
       {"R\u00e9sum\u00e9 \ufb01le", SuggestionType::skill, "resume", "/skills/resume", {}, 5},
       {"Re\u0301sume\u0301 Stra\u00dfe", SuggestionType::skill, "nfd", "/skills/nfd", {}, 5},
       {"Don't panic", SuggestionType::phrase, "", "/?q=panic", {}, 1},
       {"C++, .NET & Node.js", SuggestionType::skill, "c", "/skills/c", {"cpp"}, 9}});
  return suggester;
}

/// The first line is typed, the others are names.
void check_names(std::string_view bytes) {
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  std::vector<SuggestEntry> entries;
  std::string_view rest = bytes.substr(std::min(line + 1, bytes.size()));
  while (!rest.empty() && entries.size() < 100) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto type = static_cast<SuggestionType>(entries.size() % 4);
    entries.push_back({std::string(rest.substr(0, end)), type, "", "/a#b", {}, 0});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const Suggester suggester(std::move(entries));
  check_answer(suggester, bytes.substr(0, line));
  require(Suggester::decode(suggester.encode()).has_value());
}

}  // namespace
}  // namespace guidepost

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_answer(career_suggester(), bytes);
  check_names(bytes);
  if (const auto read = Suggester::decode(bytes)) {
    for (const std::string_view typed : {"", "a", "kubrn", "back dev"}) check_answer(*read, typed);
  }
  return 0;
}
