// Text to terms: the one function that the indexer, the query and the highlighter call, so that they cannot disagree.
//
//   "Kubernetes (k8s) deployments" -> kubernetes + unit of the skill, k8s + the same unit, deploy
//   "Node.js"                      -> node, js, nodejs, unit of the skill; all over the same bytes
//   "front-end", "front end"       -> front, end, frontend;  "frontend" -> frontend, and at its place front, end
//   "$120k", "120,000"             -> both 120k and 120000
//   German "Softwareentwicklerin"  -> itself, its stem, software, entwickler
//
// What a text may be asked for is written into the index, so that a query stays as short as it was typed and its language need not be known.
#pragma once

#include "core/text/byte_range.h"
#include "core/text/lexicon.h"
#include "core/text/stemmer.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

enum class TokenKind {
  word,  // one word, stemmed unless it is a name, short, or holds a digit
  part,  // a second form of a word: "net" of ".net", the parts of a compound, the unstemmed word of another language
  joined,  // words that were written together: "frontend" of "front-end"
  unit,    // a name of the lexicon, over all its words
};

struct Token {
  std::string term;          // what the index stores
  ByteRange range;           // in the text
  std::size_t position = 0;  // of its first word, from 0; words in a row have consecutive positions
  std::size_t words = 1;     // how many words it spans
  TokenKind kind = TokenKind::word;
};

/// One thread at a time (stemmers are not shared); the lexicon must outlive it.
class Analyzer {
 public:
  explicit Analyzer(const Lexicon& lexicon);

  /// Tokens of `text` by position, words before what is laid over them. Any bytes. `language` is a tag ("de", "de-AT"); an unknown one has
  /// no stemmer.
  std::vector<Token> analyze(std::string_view text, std::string_view language,
                             Lexicon::Side side) const;

  /// The same for one who has the words already: `words` are words_of(text).
  std::vector<Token> analyze(std::string_view text, std::span<const Word> words,
                             std::string_view language, Lexicon::Side side) const;

  /// The term of one folded word.
  std::string term_of(std::string_view folded_word, std::string_view language) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  enum class Kind { english, german, other };
  /// What a word is found by, whatever stands around it.
  struct WordForms {
    std::string term;
    std::vector<std::string> others;  // terms at the same place
    bool begins_spelling = false;     // with the next word it may be another spelling of one
  };
  /// Words repeat, and a stem costs as much as all else about a word: the forms of the latest words are kept.
  struct Language {
    Kind kind;
    Stemmer stemmer;
    std::unordered_map<std::string, WordForms, TextHash, std::equal_to<>> words;
  };
  class Reading;

  Language& language_named(std::string_view name) const;
  /// Valid until the next call.
  const WordForms& forms_of(std::string_view folded_word, Language& language) const;
  std::string stem_of(std::string_view folded_word, const Language& language) const;
  std::vector<std::string> other_forms(std::string_view folded_word, const std::string& term,
                                       const Language& language) const;

  const Lexicon& lexicon_;
  mutable std::map<std::string, Language, std::less<>> languages_;
};

/// Whether the word is too common to search for ("the", "how"). English.
bool is_stop_word(std::string_view folded_word);

/// Raised whenever a text has other tokens than before; `analyzer_description` finds out when that was forgotten.
inline constexpr int analyzer_version = 3;

/// All that the tokens of a text depend on beside its lexicon: the version, Unicode's, the languages that have stemmers, the common words, and
/// what a sample of every rule becomes. While it is the same, so are the tokens.
std::string analyzer_description();

}  // namespace guidepost
