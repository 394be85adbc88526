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

bool is_empty_word(std::string_view word) {
  return std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
}

bool is_letter(const Word& word) {
  return word.folded.size() == 1 && word.folded[0] >= 'a' && word.folded[0] <= 'z';
}

bool is_and(const Word& word) { return word.folded == "and" || word.folded == "n"; }

/// How many words from `at` on are single letters, "and" between them included; 0 when fewer than two letters are.
std::size_t letters_in_a_row(const std::vector<Word>& words, std::size_t at, std::string& letters) {
  letters.clear();
  std::size_t end = at;
  for (std::size_t i = at; i < words.size(); ++i) {
    if (is_letter(words[i]) && !(words[i].folded == "n" && !letters.empty() &&
                                 i + 1 < words.size() && is_letter(words[i + 1]))) {
      letters += words[i].folded;
      end = i + 1;
    } else if (letters.empty() || !is_and(words[i])) {
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
    if (const std::size_t count = letters_in_a_row(words, i, letters); count != 0) {
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
    if (!word.folded.empty() && letters.size() < max_name_words) letters += word.folded.front();
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
