// The table of edits between what was typed and a word that is read byte by byte: one row for each byte, as far as the word has been read.
//
// A walk over sorted words shares the rows of the beginnings that words share. Insertions, deletions, substitutions and swaps of neighbours
// (optimal string alignment), as edit_distance() counts them. Of each row only what can be within the limit is filled: as many columns on
// either side of the diagonal as there may be edits (Ukkonen, "Algorithms for approximate string matching", 1985).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace guidepost {

class EditRows {
 public:
  /// Where there are more than `limit` edits, some number above it is given. `typed` must outlive it.
  EditRows(std::string_view typed, std::size_t limit);

  /// Fills the row of the first `depth` bytes of `word`, from 1; the rows before must be those of its shorter beginnings. Returns the row's
  /// least entry: no word that begins so has a smaller one in any later row.
  std::size_t fill(std::string_view word, std::size_t depth);

  /// The edits between all that was typed and the first `depth` bytes.
  std::size_t distance(std::size_t depth) const;

 private:
  std::string_view typed_;
  std::size_t limit_;
  std::size_t width_;  // of a row
  std::vector<std::uint32_t> rows_;
};

}  // namespace guidepost
