#include "core/recommend/role_kernel.h"

#include "core/recommend/in_parallel.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <atomic>

namespace guidepost {
namespace {

using Matrix = Eigen::MatrixXf;

/// Columns solved for at once. Fixed, so that rounding does not depend on the number of threads.
constexpr Eigen::Index block_columns = 256;

/// Adds factor * (rows . rows') to the lower half.
void add_products(Matrix& kernel, const SparseRows& rows, float factor) {
  const SparseRows inverted = rows.transposed();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto column = kernel.col(static_cast<Eigen::Index>(row));
    for (const SparseRows::Entry& entry : rows[row]) {
      const float weight = factor * entry.value;
      for (const SparseRows::Entry& other : inverted[entry.column]) {
        if (other.column >= row) column[other.column] += weight * other.value;
      }
    }
  }
}

/// Columns first.. of the inverse from the diagonal down, given the lower triangle of the Cholesky factor: what lies above is zero on the way
/// and known by symmetry at the end, so both solves need the corner alone.
void solve_columns(const Matrix& factor, Eigen::Index first, SquareMatrix& inverse) {
  const Eigen::Index rest = factor.rows() - first;
  const Eigen::Index columns = std::min(block_columns, rest);
  Matrix solved = Matrix::Identity(rest, columns);
  const auto corner = factor.bottomRightCorner(rest, rest).triangularView<Eigen::Lower>();
  corner.solveInPlace(solved);
  corner.transpose().solveInPlace(solved);
  for (Eigen::Index column = 0; column < columns; ++column) {
    for (Eigen::Index row = column; row < rest; ++row) {
      const auto r = static_cast<std::size_t>(first + row);
      const auto c = static_cast<std::size_t>(first + column);
      inverse.values[r * inverse.size + c] = solved(row, column);
      inverse.values[c * inverse.size + r] = solved(row, column);
    }
  }
}

}  // namespace

SquareMatrix inverse_kernel(const SparseRows& a, const SparseRows& b, float factor, float ridge,
                            std::size_t threads) {
  SquareMatrix inverse;
  inverse.size = a.size();
  if (inverse.size == 0) return inverse;
  const auto size = static_cast<Eigen::Index>(inverse.size);
  Matrix kernel = Matrix::Zero(size, size);
  add_products(kernel, a, 1);
  if (b.size() > 0) add_products(kernel, b, factor);
  kernel.diagonal().array() += ridge;
  const Eigen::LLT<Eigen::Ref<Matrix>, Eigen::Lower> cholesky(kernel);  // in place
  inverse.values.resize(inverse.size * inverse.size);
  std::atomic<Eigen::Index> next = 0;
  const auto work = [&] {
    for (Eigen::Index first = next.fetch_add(block_columns); first < size;
         first = next.fetch_add(block_columns)) {
      solve_columns(kernel, first, inverse);
    }
  };
  // Each thread takes block after block: the later ones cost less, so that equal runs would not be equal work.
  in_parallel(threads, threads, [&](std::size_t, std::size_t) { work(); });
  return inverse;
}

std::uint64_t inverse_kernel_bytes(std::size_t rows, std::size_t threads) {
  const std::uint64_t columns = std::min<std::uint64_t>(rows, block_columns);
  return sizeof(float) * rows * (2 * rows + columns * std::max<std::size_t>(threads, 1));
}

}  // namespace guidepost
