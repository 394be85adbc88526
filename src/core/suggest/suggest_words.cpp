#include "core/suggest/suggest_words.h"

#include "core/text/edit_rows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <tuple>

namespace guidepost {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// With the same letter, or with the last two swapped.
bool ends_alike(std::string_view typed, std::string_view word) {
  if (typed.back() == word.back()) return true;
  return typed.size() > 1 && word.size() > 1 && typed.back() == word[word.size() - 2] &&
         word.back() == typed[typed.size() - 2];
}

}  // namespace

std::vector<Word> suggest_words(std::string_view text) {
  std::vector<Word> words = words_of(text);
  if (words.size() > most_suggest_words) words.resize(most_suggest_words);
  for (Word& word : words) {
    if (word.folded.size() < 2 || word.folded[0] != '.') continue;
    word.folded.erase(0, 1);
    ++word.range.begin;
  }
  return words;
}

std::size_t matched_length(std::string_view typed, std::string_view word) {
  if (word.starts_with(typed)) return typed.size();
  EditRows rows(typed, typed.size() + word.size());
  std::size_t best = 1;
  auto best_rank = std::make_tuple(typed.size() + word.size(), true, std::size_t{0});
  for (std::size_t depth = 1; depth <= std::min(word.size(), typed.size() + 2); ++depth) {
    rows.fill(word, depth);
    const bool ends_otherwise = !ends_alike(typed, word.substr(0, depth));
    const std::size_t longer = depth > typed.size() ? depth - typed.size() : typed.size() - depth;
    const auto rank = std::make_tuple(rows.distance(depth), ends_otherwise, longer);
    if (rank > best_rank) continue;
    best_rank = rank;
    best = depth;
  }
  return best;
}

ByteRange matched_part(std::string_view text, const Word& word, std::size_t length) {
  const std::string_view source = text.substr(word.range.begin, word.range.end - word.range.begin);
  if (is_ascii(source) && source.size() == word.folded.size()) {
    return {word.range.begin, word.range.begin + std::min(length, source.size())};
  }
  // A folded beginning may be shorter or longer than its source: fold what there is so far, as the whole word was folded.
  const auto folded_size = [&](std::size_t end) {
    const std::vector<Word> part = words_of(text.substr(word.range.begin, end - word.range.begin));
    return part.empty() ? 0 : part.front().folded.size();
  };
  std::size_t end = word.range.begin;
  while (end < word.range.end && (end == word.range.begin || folded_size(end) < length)) {
    end = code_point_at(text, end).end;
  }
  while (end < word.range.end && is_accent(code_point_at(text, end).value)) {
    end = code_point_at(text, end).end;
  }
  return {word.range.begin, std::min(end, word.range.end)};
}

}  // namespace guidepost
