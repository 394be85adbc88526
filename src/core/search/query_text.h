// The little language of the search box: "exact words", -without, field:value, OR, commas; everything else is words.
//
//   role:backend-developer "system design" -junior k8s
//   -> filter(role, backend-developer), phrase(system design), excluded words(junior), words(k8s)
//   python OR java, sql
//   -> words(python), words(java) as an alternative to what is before, words(sql) as a further item of a list
//
// Any text is accepted: what is not quite the language is words.
#pragma once

#include "core/index/facet_field.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

enum class PieceKind { words, phrase, filter };
enum class Polarity { wanted, excluded };
/// What stands between a piece and the one before.
enum class Joint { none, either, comma };

struct QueryPiece {
  PieceKind kind = PieceKind::words;
  Polarity polarity = Polarity::wanted;
  FacetField field = FacetField::type;  // of a filter
  std::string text;       // the words, the inside of the quotes, or the filter's value
  std::size_t begin = 0;  // where `text` stands in the query
  Joint joint = Joint::none;
};

/// Pieces in the order of the text. Words that stand next to each other are one piece; at most `most` pieces are read.
std::vector<QueryPiece> pieces_of(std::string_view query, std::size_t most);

}  // namespace guidepost
