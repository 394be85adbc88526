#include "core/search/snippet.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The beginning of the word, or better of the sentence, at or before `at`, but not before `earliest`.
std::size_t window_begin(std::string_view text, std::size_t at, std::size_t earliest) {
  while (earliest < at && is_continuation(text[earliest])) ++earliest;
  std::size_t word = at;
  while (word > earliest && !is_space(text[word - 1])) --word;
  for (std::size_t i = at; i > earliest && i > 1; --i) {
    const bool is_sentence_end =
        is_space(text[i - 1]) &&
        std::string_view(".!?\n").find(text[i - 2]) != std::string_view::npos;
    if (is_sentence_end) return i;
  }
  return earliest == 0 ? 0 : word;
}

/// The end of the last whole word at or before `latest`.
std::size_t window_end(std::string_view text, std::size_t begin, std::size_t latest) {
  if (latest >= text.size()) return text.size();
  std::size_t end = latest;
  while (end > begin && !is_space(text[end])) --end;
  if (end == begin) {  // one endless word
    end = latest;
    while (end > begin && is_continuation(text[end])) --end;
  }
  while (end > begin && is_space(text[end - 1])) --end;
  return end;
}

std::size_t distinct_highlights(std::string_view text, const std::vector<ByteRange>& highlights,
                                std::size_t begin, std::size_t end) {
  std::set<std::string> distinct;
  for (const ByteRange& range : highlights) {
    if (range.begin >= begin && range.end <= end) {
      distinct.insert(fold(text.substr(range.begin, range.end - range.begin)));
    }
  }
  return distinct.size();
}

}  // namespace

std::vector<ByteRange> find_highlights(std::string_view text, std::string_view language,
                                       const std::set<std::string>& terms,
                                       const Analyzer& analyzer) {
  std::vector<ByteRange> ranges;
  for (const Token& token : analyzer.analyze(text, language, Lexicon::Side::text)) {
    if (terms.contains(token.term)) ranges.push_back(token.range);
  }
  std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<ByteRange> merged;
  for (const ByteRange& range : ranges) {
    if (!merged.empty() && range.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

Snippet best_window(std::string_view text, const std::vector<ByteRange>& highlights,
                    std::size_t budget) {
  if (highlights.empty()) text = text.substr(0, text.find("\n\n"));
  if (text.size() <= budget) return {std::string(text), highlights};
  std::size_t begin = 0;
  std::size_t most_distinct = 0;
  std::size_t most = 0;
  for (const ByteRange& first : highlights) {
    // Some of the budget goes to what leads up to the first highlight.
    const std::size_t lead = budget / 3;
    const std::size_t from =
        window_begin(text, first.begin, first.begin > lead ? first.begin - lead : 0);
    const std::size_t distinct = distinct_highlights(text, highlights, from, from + budget);
    const auto count = static_cast<std::size_t>(std::count_if(
        highlights.begin(), highlights.end(),
        [&](const ByteRange& range) { return range.begin >= from && range.end <= from + budget; }));
    if (distinct > most_distinct || (distinct == most_distinct && count > most)) {
      begin = from;
      most_distinct = distinct;
      most = count;
    }
  }
  const std::size_t end = window_end(text, begin, begin + budget);

  Snippet snippet;
  if (begin > 0) snippet.text = std::string(ellipsis) + " ";
  const std::size_t shift = snippet.text.size();
  snippet.text += text.substr(begin, end - begin);
  if (end < text.size()) snippet.text += " " + std::string(ellipsis);
  for (const ByteRange& range : highlights) {
    if (range.begin >= begin && range.end <= end) {
      snippet.highlights.push_back({range.begin - begin + shift, range.end - begin + shift});
    }
  }
  return snippet;
}

}  // namespace guidepost
