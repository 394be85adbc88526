#include "core/text/analyzer.h"

#include "core/text/german_parts.h"
#include "core/text/spellings.h"
#include "core/text/word_parts.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

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
constexpr std::size_t max_kept_words = 20'000;  // of a language
constexpr std::size_t max_kept_languages = 64;

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

/// What stands before ".NET" in the names of its family.
bool is_net_family(std::string_view folded_word) {
  return folded_word == "asp" || folded_word == "ado" || folded_word == "vb";
}

ByteRange range_of(std::span<const Word> words, std::size_t at, std::size_t count) {
  return {words[at].range.begin, words[at + count - 1].range.end};
}

}  // namespace

bool is_stop_word(std::string_view folded_word) {
  static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));
  return std::binary_search(stop_words.begin(), stop_words.end(), folded_word);
}

/// The tokens of one text.
class Analyzer::Reading {
 public:
  Reading(const Analyzer& analyzer, Language& language, std::string_view text,
          std::span<const Word> words, Lexicon::Side side)
      : analyzer_(analyzer), language_(language), text_(text), side_(side), words_(words) {
    tokens_.reserve(words_.size() * 2);
  }

  std::vector<Token> tokens() && {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const bool may_be_apart = add_word();
      add_parts();
      if (may_be_apart) add_spelling();
      if (at_ >= compound_end_) add_compound();
      if (at_ >= unit_end_) add_unit();
    }
    return std::move(tokens_);
  }

 private:
  void add(std::string term, std::size_t count, TokenKind kind) {
    tokens_.push_back({std::move(term), range_of(words_, at_, count), at_, count, kind});
  }

  /// The word and what it alone is found by. Whether the next word may be a part of it.
  bool add_word() {
    const WordForms& forms = analyzer_.forms_of(words_[at_].folded, language_);
    add(forms.term, 1, TokenKind::word);
    for (const std::string& other : forms.others) add(other, 1, TokenKind::part);
    return forms.begins_spelling;
  }

  /// What it is found by as it is written here: "getUserName", "ASP.NET".
  void add_parts() {
    const Word& word = words_[at_];
    const std::string_view written =
        text_.substr(word.range.begin, word.range.end - word.range.begin);
    if (at_ > 0 && word.folded == "net" && words_[at_ - 1].joiner == '.' &&
        is_net_family(words_[at_ - 1].folded)) {
      add(".net", 1, TokenKind::part);
    }
    if (written == word.folded || written.size() != word.folded.size()) return;
    const bool is_tag = word.range.begin > 0 && text_[word.range.begin - 1] == '#';
    const auto parts = identifier_parts(written, is_tag ? WordPlace::tag : WordPlace::prose);
    if (parts.empty() || analyzer_.lexicon_.keeps_form(word.folded)) return;
    std::size_t begin = 0;
    for (const std::string_view part : parts) {
      add(analyzer_.forms_of(word.folded.substr(begin, part.size()), language_).term, 1,
          TokenKind::part);
      begin += part.size();
    }
  }

  /// Words that were written together.
  void add_compound() {
    const std::size_t length = compound_length(words_, at_);
    compound_end_ = at_ + length;
    if (length == 1 || length > max_joined_words) return;
    std::string joined;
    for (std::size_t i = at_; i < compound_end_; ++i) joined += words_[i].folded;
    if (joined.size() > max_joined_bytes) return;
    std::string term = analyzer_.forms_of(joined, language_).term;
    const Token& before = tokens_.back();
    if (before.kind == TokenKind::joined && before.term == term) return;
    add(std::move(term), length, TokenKind::joined);
    const char mark = words_[at_].joiner;
    const bool is_grouped = mark == ',' || mark == ' ' || mark == '.';
    constexpr std::size_t fewest_grouped_digits = 4;
    const auto other = is_grouped ? other_thousands(joined, fewest_grouped_digits) : std::nullopt;
    if (other) add(*other, length, TokenKind::joined);
  }

  /// "front end", "java script", "CI/CD-pipeline": two words that are also written as one.
  void add_spelling() {
    if (at_ + 1 >= words_.size()) return;
    const Word& word = words_[at_];
    const Word& next = words_[at_ + 1];
    if (next.starts_sentence || (word.ends_clause && text_[word.range.end] != '/')) return;
    const std::string joined = word.folded + next.folded;
    const auto spelling = spelling_of(joined);
    if (!spelling || spelling->first != word.folded) return;
    add(analyzer_.forms_of(joined, language_).term, 2, TokenKind::joined);
  }

  void add_unit() {
    const auto match = analyzer_.lexicon_.longest_match(text_, words_, at_, side_);
    if (!match) return;
    // "no SQL injection" does not name NoSQL: a name of one word is not written apart behind a word of the language.
    const Word& word = words_[at_];
    const bool is_apart = side_ == Lexicon::Side::text && match->words > 1 && word.joiner == '\0' &&
                          is_stop_word(word.folded) &&
                          match->entry->name.find(' ') == std::string::npos;
    if (is_apart) return;
    unit_end_ = at_ + match->words;
    add(match->entry->unit, match->words, TokenKind::unit);
  }

  const Analyzer& analyzer_;
  Language& language_;
  std::string_view text_;
  Lexicon::Side side_;
  std::span<const Word> words_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t compound_end_ = 0;
  std::size_t unit_end_ = 0;
};

Analyzer::Analyzer(const Lexicon& lexicon) : lexicon_(lexicon) {}

Analyzer::Language& Analyzer::language_named(std::string_view name) const {
  auto found = languages_.find(name);
  if (found == languages_.end()) {
    if (languages_.size() >= max_kept_languages) languages_.clear();
    const std::string base = base_language(name);
    const bool is_english = base == "en" || base == "eng" || base == "english";
    const bool is_german = base == "de" || base == "deu" || base == "ger" || base == "german";
    const Kind kind = is_english ? Kind::english : is_german ? Kind::german : Kind::other;
    found = languages_.emplace(std::string(name), Language{kind, Stemmer(name), {}}).first;
  }
  return found->second;
}

std::string Analyzer::stem_of(std::string_view word, const Language& language) const {
  constexpr std::size_t too_short_to_stem = 3;
  if (word.size() <= too_short_to_stem || has_digit_or_mark(word) || is_technical_name(word) ||
      lexicon_.keeps_form(word)) {
    return std::string(word);
  }
  return language.stemmer.stem(word);
}

std::vector<std::string> Analyzer::other_forms(std::string_view word, const std::string& term,
                                               const Language& language) const {
  std::vector<std::string> others;
  const auto add = [&](std::string form) {
    if (form.empty() || form == term) return;
    if (std::find(others.begin(), others.end(), form) == others.end()) {
      others.push_back(std::move(form));
    }
  };
  const auto add_part = [&](std::string_view part) {
    // A query is read as English: what is not has to be found by its plain form.
    if (language.kind != Kind::english) add(std::string(part));
    add(stem_of(part, language));
  };
  if (language.kind != Kind::english) add(std::string(word));
  if (word.size() > 1 && word.front() == '.') add_part(word.substr(1));
  if (const auto spelling = spelling_of(word); spelling && !lexicon_.keeps_form(word)) {
    if (spelling->kind == SpellingKind::compound) {
      add_part(spelling->first);
      add_part(spelling->second);
    }
  }
  if (const auto number = other_thousands(word)) add(*number);
  if (language.kind == Kind::german) {
    for (const std::string& part : german_parts(word)) add_part(part);
  }
  return others;
}

const Analyzer::WordForms& Analyzer::forms_of(std::string_view word, Language& language) const {
  const auto known = language.words.find(word);
  if (known != language.words.end()) return known->second;
  WordForms forms;
  forms.term = stem_of(word, language);
  forms.others = other_forms(word, forms.term, language);
  forms.begins_spelling = begins_spelling(word);
  if (language.words.size() >= max_kept_words) language.words.clear();
  return language.words.emplace(word, std::move(forms)).first->second;
}

std::string Analyzer::term_of(std::string_view folded_word, std::string_view language) const {
  return forms_of(folded_word, language_named(language)).term;
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language,
                                     Lexicon::Side side) const {
  return analyze(text, words_of(text), language, side);
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::span<const Word> words,
                                     std::string_view language, Lexicon::Side side) const {
  return Reading(*this, language_named(language), text, words, side).tokens();
}

}  // namespace guidepost
