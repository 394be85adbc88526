// Texts as points in few dimensions: the leading singular vectors of their tf-idf rows, where words that keep the same company lie close.
//
// Deerwester et al., "Indexing by latent semantic analysis", 1990; computed by subspace iteration from random directions, Halko, Martinsson and
// Tropp, "Finding structure with randomness", SIAM Review 2011, algorithm 4.4 and 5.1. The directions are the same in every run.
#pragma once

#include "core/recommend/text_space.h"

#include <cstddef>
#include <vector>

namespace guidepost {

/// The leading right singular vectors of `rows`: of each column its direction, rows.columns() times `dimensions` numbers (0 beyond what the rows
/// span). A row times them is its place. `iterations`: of the subspace; singular values of texts fall slowly.
std::vector<float> column_directions(const SparseRows& rows, std::size_t dimensions,
                                     int iterations);

/// Immutable; all threads may read.
class LatentSpace {
 public:
  LatentSpace() = default;
  /// At most `dimensions` of them, fewer when `rows` has fewer rows or columns. Costs about 6 * entries * dimensions + 10 * rows * dimensions^2
  /// operations and (rows + columns) * dimensions floats.
  LatentSpace(const SparseRows& rows, std::size_t dimensions);

  std::size_t dimensions() const { return dimensions_; }
  /// Of two rows; 0 with one that is empty, or weighs nothing.
  float cosine(std::size_t a, std::size_t b) const;

 private:
  std::size_t dimensions_ = 0;
  std::vector<float> values_;  // by row: scaled by the singular values, of length 1
};

}  // namespace guidepost
