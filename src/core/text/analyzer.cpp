#include "core/text/analyzer.h"

#include <algorithm>
#include <array>
#include <span>

namespace guidepost {
namespace {

// Sorted. Without "it", "or" and "us": on a career site they are IT, operating room and the country as often.
constexpr std::array<std::string_view, 65> stop_words{
    "a",    "about",   "am",    "an",   "and",   "any",   "are",    "as",   "at",   "be",
    "been", "but",     "by",    "can",  "could", "did",   "do",     "does", "for",  "from",
    "had",  "has",     "have",  "how",  "i",     "if",    "in",     "into", "is",   "me",
    "my",   "no",      "not",   "of",   "on",    "our",   "should", "so",   "some", "than",
    "that", "the",     "their", "them", "then",  "there", "these",  "they", "this", "to",
    "vs",   "was",     "we",    "what", "when",  "where", "which",  "who",  "why",  "will",
    "with", "without", "would", "you",  "your"};

constexpr std::size_t max_joined_words = 3;
constexpr std::size_t max_joined_bytes = 40;
constexpr std::size_t max_kept_terms = 20'000;

bool has_digit_or_mark(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '#' || c == '.';
  });
}

/// How many words, from words[at] on, are written together; 1 when none is joined.
std::size_t compound_length(std::span<const Word> words, std::size_t at) {
  std::size_t length = 1;
  while (at + length < words.size() && words[at + length - 1].joiner != '\0') ++length;
  return length;
}

ByteRange range_of(std::span<const Word> words, std::size_t at, std::size_t count) {
  return {words[at].range.begin, words[at + count - 1].range.end};
}

}  // namespace

bool is_stop_word(std::string_view folded_word) {
  static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));
  return std::binary_search(stop_words.begin(), stop_words.end(), folded_word);
}

Analyzer::Analyzer(const Lexicon& lexicon) : lexicon_(lexicon) {}

Analyzer::Language& Analyzer::language_named(std::string_view name) const {
  auto found = languages_.find(name);
  if (found == languages_.end()) {
    const std::string key(name);
    found = languages_.emplace(key, Language{Stemmer(key), {}}).first;
  }
  return found->second;
}

std::string Analyzer::term_of(std::string_view folded_word, std::string_view language) const {
  constexpr std::size_t too_short_to_stem = 3;
  if (folded_word.size() <= too_short_to_stem) return std::string(folded_word);
  Language& spoken = language_named(language);
  if (const auto known = spoken.terms.find(folded_word); known != spoken.terms.end()) {
    return known->second;
  }
  const bool keeps_form = has_digit_or_mark(folded_word) || lexicon_.keeps_form(folded_word);
  std::string term = keeps_form ? std::string(folded_word) : spoken.stemmer.stem(folded_word);
  // Some stemmers leave nothing of a word that is all ending ("ları" in Turkish); an empty term is none.
  if (term.empty()) term = folded_word;
  if (spoken.terms.size() >= max_kept_terms) spoken.terms.clear();
  spoken.terms.emplace(folded_word, term);
  return term;
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language,
                                     Lexicon::Side side) const {
  const std::vector<Word> words = words_of(text);
  std::vector<Token> tokens;
  tokens.reserve(words.size() * 2);
  std::size_t compound_end = 0;
  std::size_t unit_end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.folded.empty()) continue;
    const auto add = [&](std::string term, std::size_t count, TokenKind kind) {
      tokens.push_back({std::move(term), range_of(words, i, count), i, count, kind});
    };
    std::string term = term_of(word.folded, language);
    const bool is_other_language = language != "en";
    if (is_other_language && term != word.folded) add(word.folded, 1, TokenKind::part);
    add(std::move(term), 1, TokenKind::word);
    if (word.folded.size() > 1 && word.folded.front() == '.') {
      add(term_of(word.folded.substr(1), language), 1, TokenKind::part);
    }
    if (i >= compound_end) {
      const std::size_t length = compound_length(words, i);
      compound_end = i + length;
      std::string joined;
      for (std::size_t j = i; j < compound_end; ++j) joined += words[j].folded;
      if (length > 1 && length <= max_joined_words && joined.size() <= max_joined_bytes) {
        add(term_of(joined, language), length, TokenKind::joined);
      }
    }
    if (i >= unit_end) {
      // "no SQL injection" does not name NoSQL: a name of one word is not written apart behind a word of the language.
      const auto match = lexicon_.longest_match(text, words, i, side);
      const bool is_apart = match && side == Lexicon::Side::text && match->words > 1 &&
                            word.joiner == '\0' && is_stop_word(word.folded) &&
                            match->entry->name.find(' ') == std::string::npos;
      if (match && !is_apart) {
        unit_end = i + match->words;
        add(match->entry->unit, match->words, TokenKind::unit);
      }
    }
  }
  return tokens;
}

}  // namespace guidepost
