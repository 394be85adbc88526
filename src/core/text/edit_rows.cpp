#include "core/text/edit_rows.h"

#include <algorithm>

namespace guidepost {

EditRows::EditRows(std::string_view typed, std::size_t limit)
    : typed_(typed), limit_(limit), width_(typed.size() + 1) {
  rows_.reserve((typed.size() + 4) * width_);
  for (std::uint32_t i = 0; i < width_; ++i) rows_.push_back(i);
}

std::size_t EditRows::fill(std::string_view word, std::size_t depth) {
  if (rows_.size() <= depth * width_) rows_.resize((depth + 1) * width_);
  const std::size_t begin = depth > limit_ ? depth - limit_ : 0;
  const std::size_t end = std::min(width_, depth + limit_ + 1);
  const auto far = static_cast<std::uint32_t>(limit_ + 1);
  if (begin >= end) return far;
  std::uint32_t* const row = &rows_[depth * width_];
  const std::uint32_t* const last = row - width_;
  const char c = word[depth - 1];
  // The next row reads one column further on either side.
  if (begin > 0) row[begin - 1] = far;
  if (end < width_) row[end] = far;
  if (begin == 0) row[0] = static_cast<std::uint32_t>(depth);
  std::uint32_t smallest = begin == 0 ? row[0] : far;
  for (std::size_t i = std::max<std::size_t>(begin, 1); i < end; ++i) {
    const std::uint32_t substitution = last[i - 1] + (typed_[i - 1] == c ? 0 : 1);
    std::uint32_t least = std::min({substitution, last[i] + 1, row[i - 1] + 1});
    if (i > 1 && depth > 1 && typed_[i - 1] == word[depth - 2] && typed_[i - 2] == c) {
      least = std::min(least, *(last - width_ + (i - 2)) + 1);
    }
    row[i] = least;
    smallest = std::min(smallest, least);
  }
  return smallest;
}

std::size_t EditRows::distance(std::size_t depth) const {
  const std::size_t typed = width_ - 1;
  const std::size_t longer = depth > typed ? depth - typed : typed - depth;
  return longer > limit_ ? limit_ + 1 : rows_[(depth + 1) * width_ - 1];
}

}  // namespace guidepost
