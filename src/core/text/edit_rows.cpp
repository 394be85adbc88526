#include "core/text/edit_rows.h"

#include <algorithm>

namespace guidepost {

EditRows::EditRows(std::string_view typed) : typed_(typed), width_(typed.size() + 1) {
  rows_.reserve((typed.size() + 4) * width_);
  for (std::size_t i = 0; i < width_; ++i) rows_.push_back(i);
}

std::size_t EditRows::fill(std::string_view word, std::size_t depth) {
  if (rows_.size() <= depth * width_) rows_.resize((depth + 1) * width_);
  std::size_t* const row = &rows_[depth * width_];
  const std::size_t* const last = row - width_;
  const char c = word[depth - 1];
  row[0] = depth;
  std::size_t smallest = row[0];
  for (std::size_t i = 1; i < width_; ++i) {
    const std::size_t substitution = last[i - 1] + (typed_[i - 1] == c ? 0 : 1);
    row[i] = std::min({substitution, last[i] + 1, row[i - 1] + 1});
    if (i > 1 && depth > 1 && typed_[i - 1] == word[depth - 2] && typed_[i - 2] == c) {
      row[i] = std::min(row[i], *(last - width_ + (i - 2)) + 1);
    }
    smallest = std::min(smallest, row[i]);
  }
  return smallest;
}

}  // namespace guidepost
