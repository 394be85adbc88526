// Words of a text with their byte offsets; technical spellings stay readable.
//
//   "C++17 & .NET"     -> c++ (joined to 17), 17, .net
//   "Node.js, CI/CD"   -> node (joined by '.' to js), js, ci (joined by '/' to cd), cd
//   "O'Reilly's"       -> oreilly
//   "the U.S.A."       -> the, usa
//   "120,000, 401(k)"  -> 120 (joined by ',' to 000), 000, 401 (joined by '(' to k), k
//   "l'ingénieur"      -> l (joined by ''' to ingenieur), ingenieur
//   "软件工程 R"       -> 软件, 件工, 工程 (two characters each, a new one at each), r
#pragma once

#include "core/text/byte_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct Word {
  ByteRange range;  // in the source text; those of scripts without spaces overlap their neighbours
  std::string
      folded;  // fold() of it, apostrophes and endings behind them ('s, 'll) removed; at most max_word_bytes
  char joiner =
      '\0';  // what stands between this word and the next when nothing else does: . / & - _ ' ( , a space inside a number, or 'n' (nothing at all)
  bool starts_sentence = false;   // first of the text, or behind . ! ? : or a line break
  bool starts_paragraph = false;  // first of the text, or behind an empty line
  bool ends_clause = false;       // followed by punctuation or by the end of the text or line
};

inline constexpr std::size_t max_word_bytes = 64;

/// Words of `text`, in order. Any bytes: ill-formed UTF-8 separates words.
std::vector<Word> words_of(std::string_view text);

}  // namespace guidepost
