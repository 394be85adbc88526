#include "core/search/snippet.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

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

/// How many highlights, and how many different ones, stand in a window that only moves on: each enters once and leaves once.
class MovingWindow {
 public:
  MovingWindow(std::string_view text, const std::vector<ByteRange>& highlights)
      : highlights_(highlights) {
    std::unordered_map<std::string, std::size_t> numbers;
    numbers_.reserve(highlights.size());
    for (const ByteRange& range : highlights) {
      std::string folded = fold(text.substr(range.begin, range.end - range.begin));
      numbers_.push_back(numbers.try_emplace(std::move(folded), numbers.size()).first->second);
    }
    inside_.resize(numbers.size());
  }

  /// REQUIRES: neither is less than it was before.
  void move_to(std::size_t begin, std::size_t end) {
    for (; entered_ < highlights_.size() && highlights_[entered_].end <= end; ++entered_) {
      if (inside_[numbers_[entered_]]++ == 0) ++distinct_;
    }
    for (; left_ < entered_ && highlights_[left_].begin < begin; ++left_) {
      if (--inside_[numbers_[left_]] == 0) --distinct_;
    }
  }

  std::size_t distinct() const { return distinct_; }
  std::size_t count() const { return entered_ - left_; }

 private:
  const std::vector<ByteRange>& highlights_;
  std::vector<std::size_t> numbers_;  // by highlight; the same for the same words
  std::vector<std::size_t> inside_;   // by number
  std::size_t entered_ = 0;
  std::size_t left_ = 0;
  std::size_t distinct_ = 0;
};

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
  MovingWindow window(text, highlights);
  for (const ByteRange& first : highlights) {
    // Some of the budget goes to what leads up to the first highlight.
    const std::size_t lead = budget / 3;
    const std::size_t from =
        window_begin(text, first.begin, first.begin > lead ? first.begin - lead : 0);
    window.move_to(from, from + budget);  // a later highlight has no earlier beginning
    if (window.distinct() > most_distinct ||
        (window.distinct() == most_distinct && window.count() > most)) {
      begin = from;
      most_distinct = window.distinct();
      most = window.count();
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
