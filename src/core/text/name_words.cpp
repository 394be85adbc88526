#include "core/text/name_words.h"

#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

// "it", "or" and "us" are not among them: IT, operating room, and the country.
constexpr std::array<std::string_view, 39> empty_words{
    "a",    "an",  "the",  "of",   "and",  "for",    "in",    "on",     "to",  "with",
    "by",   "at",  "from", "as",   "n",    "&",      "und",   "vs",     "how", "do",
    "does", "i",   "my",   "me",   "what", "which",  "when",  "should", "is",  "are",
    "be",   "can", "you",  "your", "we",   "versus", "there", "if",     "that"};

constexpr std::size_t longest_abbreviation = 5;

bool is_empty_word(std::string_view word) {
  return std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
}

bool is_letter(const Word& word) {
  return word.folded.size() == 1 && word.folded[0] >= 'a' && word.folded[0] <= 'z';
}

/// Only a mark, with or without spaces around it, stands between them.
bool are_joined(std::string_view text, const Word& a, const Word& b) {
  if (b.range.begin < a.range.end) return false;  // both of one character
  const std::string_view between = text.substr(a.range.end, b.range.begin - a.range.end);
  return between.size() <= 3 && between.find_first_of(".&/") != std::string_view::npos;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

bool is_and(const Word& word) { return word.folded == "and" || word.folded == "n"; }

/// How many words from `at` on are one abbreviation, its letters joined by marks ("A&P", "U.S.A.", "A & P") or by "and"; 0 when they are none.
/// Letters with only a space between are words of their own: "a C developer".
std::size_t letters_in_a_row(std::string_view text, const std::vector<Word>& words, std::size_t at,
                             std::string& letters) {
  letters.clear();
  std::size_t end = at;
  for (std::size_t i = at; i < words.size() && letters.size() < longest_abbreviation; ++i) {
    const bool is_joined = letters.empty() || are_joined(text, words[end - 1], words[i]) ||
                           (i > end && is_and(words[i - 1]));
    if (is_letter(words[i]) && is_joined) {
      letters += words[i].folded;
      end = i + 1;
    } else if (letters.empty() || !is_and(words[i]) || i > end) {
      break;
    }
  }
  return letters.size() >= 2 ? end - at : 0;
}

}  // namespace

std::vector<NameWord> name_words(std::string_view name, std::string_view language,
                                 const Analyzer& analyzer) {
  const std::vector<Word> words = words_of(name);
  std::vector<NameWord> kept;
  std::vector<NameWord> all;
  std::string letters;
  for (std::size_t i = 0; i < words.size() && all.size() < max_name_words;) {
    if (const std::size_t count = letters_in_a_row(name, words, i, letters); count != 0) {
      kept.push_back({letters, letters});
      all.push_back(kept.back());
      i += count;
      continue;
    }
    const Word& word = words[i++];
    if (word.folded.empty()) continue;
    all.push_back({word.folded, analyzer.term_of(word.folded, language)});
    if (!is_empty_word(word.folded)) kept.push_back(all.back());
  }
  return kept.empty() ? all : kept;
}

std::vector<std::string> name_variants(std::string_view name) {
  std::vector<std::string> variants{std::string(name)};
  const std::size_t open = name.find('(');
  const std::size_t close = open == std::string_view::npos ? open : name.find(')', open);
  if (close == std::string_view::npos) return variants;
  const std::string outside =
      std::string(name.substr(0, open)) + " " + std::string(name.substr(close + 1));
  const std::string inside(name.substr(open + 1, close - open - 1));
  for (const std::string& variant : {outside, inside}) {
    if (!words_of(variant).empty()) variants.push_back(variant);
  }
  return variants;
}

std::string name_initials(std::string_view name) {
  std::string letters;
  for (const Word& word : words_of(name)) {
    if (word.folded.empty() || letters.size() >= max_name_words) continue;
    letters += word.folded.front();
    for (std::size_t i = word.range.begin + 1; i < std::min(word.range.end, name.size()); ++i) {
      const bool begins_part = is_capital(name[i]) && is_small(name[i - 1]);
      if (begins_part && letters.size() < max_name_words) {
        letters += static_cast<char>(name[i] - 'A' + 'a');
      }
    }
  }
  return letters;
}

std::string spelled(const std::vector<NameWord>& words) {
  std::string text;
  for (const NameWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.folded;
  }
  return text;
}

}  // namespace guidepost
