// Any bytes as a text, and words of it as what was searched: what is shown is a whole part of the text, and what is marked lies inside.
#include "check_item.h"
#include "core/search/snippet.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

using indexer::require;

constexpr std::string_view ellipsis = "\u2026";

void check_ranges(std::string_view text, const std::vector<ByteRange>& ranges) {
  const bool is_clean = !first_invalid_utf8(text);
  std::size_t end = 0;
  for (const ByteRange& range : ranges) {
    require(range.begin >= end && range.begin < range.end && range.end <= text.size());
    end = range.end;
    if (is_clean) {
      require(!first_invalid_utf8(text.substr(range.begin, range.end - range.begin)));
    }
  }
}

/// What a window shows of its text, without the ellipses that stand for the rest.
std::string_view shown_part(std::string_view window) {
  const std::string before = std::string(ellipsis) + " ";
  const std::string behind = " " + std::string(ellipsis);
  if (window.starts_with(before)) window.remove_prefix(before.size());
  if (window.ends_with(behind)) window.remove_suffix(behind.size());
  return window;
}

void check(std::string_view text, const std::set<std::string>& terms, std::size_t budget) {
  static const Lexicon lexicon(
      {{"Node.js", "USnodejs", NameCase::any, NameForm::kept}, {"Go", "USgo", NameCase::exact}});
  const Analyzer analyzer(lexicon);
  const std::vector<ByteRange> highlights = find_highlights(text, "en", terms, analyzer);
  check_ranges(text, highlights);
  const Snippet window = best_window(text, highlights, budget);
  check_ranges(window.text, window.highlights);
  if (!first_invalid_utf8(text)) require(!first_invalid_utf8(window.text));
  const bool is_whole = window.text.size() <= budget;
  require(is_whole || shown_part(window.text).size() <= budget);
  require(text.find(shown_part(window.text)) != std::string_view::npos);
  for (const ByteRange& range : window.highlights) {  // a mark of the text, not another piece
    const std::string marked = window.text.substr(range.begin, range.end - range.begin);
    require(std::any_of(highlights.begin(), highlights.end(), [&](const ByteRange& one) {
      return text.substr(one.begin, one.end - one.begin) == marked;
    }));
  }
}

}  // namespace
}  // namespace guidepost

/// The first byte is the budget, the second says which words are marked: every so many-th of the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost;
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2,
                              std::min<std::size_t>(size - 2, 4096));
  static const Lexicon lexicon;
  const Analyzer analyzer(lexicon);
  std::set<std::string> terms{"USnodejs", "USgo"};
  const std::size_t every = data[1] + std::size_t{1};
  std::size_t number = 0;
  for (const Token& token : analyzer.analyze(text, "en", Lexicon::Side::text)) {
    if (++number % every == 0) terms.insert(token.term);
  }
  check(text, terms, data[0]);
  check(text, {}, data[0]);
  return 0;
}
