// The inverse of a kernel: the one dense computation of the model, and the only place that knows Eigen.
//
// With X roles x skills, W a scale for each skill and T the likeness of role texts, M = (X W^2 X' + a T + ridge I)^-1. Where skills are fewer
// than roles, P = (W X' X W + ridge I)^-1 says the same (Woodbury): ridge P = I - W X' M X W.
#pragma once

#include "core/recommend/text_space.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guidepost {

/// A symmetric matrix, both halves, row by row.
struct SquareMatrix {
  std::size_t size = 0;
  std::vector<float> values;

  float at(std::size_t row, std::size_t column) const { return values[row * size + column]; }
};

/// (A A' + factor B B' + ridge I)^-1 for the rows of A and B, by Cholesky in single precision. Takes size^3 multiplications on `threads` threads; the
/// result does not depend on their number. REQUIRES: ridge > 0; B has no rows, or as many as A.
SquareMatrix inverse_kernel(const SparseRows& a, const SparseRows& b, float factor, float ridge,
                            std::size_t threads);

/// What inverse_kernel() takes at most, in bytes, its result among it.
std::uint64_t inverse_kernel_bytes(std::size_t rows, std::size_t threads);

}  // namespace guidepost
