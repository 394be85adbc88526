// Text to terms: the one function that the indexer, the query and the highlighter call, so that they cannot disagree.
//
//   "Kubernetes (k8s) deployments" -> kubernetes + unit of the skill, k8s + the same unit, deploy
//   "Node.js"                      -> node, js, nodejs, unit of the skill; all over the same bytes
//   "front-end"                    -> front, end, frontend
#pragma once

#include "core/text/byte_range.h"
#include "core/text/lexicon.h"
#include "core/text/stemmer.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

enum class TokenKind {
  word,    // one word, stemmed unless it is a name, short, or holds a digit
  part,    // a second form of a word: "net" of ".net", the unstemmed word of another language
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

  /// Tokens of `text` by position, words before what is laid over them. Any bytes.
  std::vector<Token> analyze(std::string_view text, std::string_view language,
                             Lexicon::Side side) const;

  /// The term of one folded word.
  std::string term_of(std::string_view folded_word, std::string_view language) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  /// Words repeat, and a stem costs as much as all else about a word: the terms of the latest words are kept.
  struct Language {
    Stemmer stemmer;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> terms;
  };

  Language& language_named(std::string_view name) const;

  const Lexicon& lexicon_;
  mutable std::map<std::string, Language, std::less<>> languages_;
};

/// Whether the word is too common to search for ("the", "how"). English.
bool is_stop_word(std::string_view folded_word);

}  // namespace guidepost
