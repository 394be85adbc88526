// The table of edits between what was typed and a word that is read byte by byte: one row for each byte, as far as the word has been read.
//
// A walk over sorted words shares the rows of the beginnings that words share. Insertions, deletions, substitutions and swaps of neighbours
// (optimal string alignment), as edit_distance() counts them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost {

class EditRows {
 public:
  /// `typed` must outlive it.
  explicit EditRows(std::string_view typed);

  /// Fills the row of the first `depth` bytes of `word`, from 1; the rows before must be those of its shorter beginnings. Returns the row's
  /// least entry: no word that begins so has a smaller one in any later row.
  std::size_t fill(std::string_view word, std::size_t depth);

  /// The edits between all that was typed and the first `depth` bytes.
  std::size_t distance(std::size_t depth) const { return rows_[(depth + 1) * width_ - 1]; }

 private:
  std::string_view typed_;
  std::size_t width_;  // of a row
  std::vector<std::size_t> rows_;
};

}  // namespace guidepost
