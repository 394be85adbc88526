#include "core/recommend/latent_space.h"

#include <Eigen/Cholesky>
#include <Eigen/Dense>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <random>

namespace guidepost {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t spare_directions = 10;  // beyond those wanted, as Halko et al. advise
constexpr int iterations_of_space = 4;        // singular values of texts fall slowly
/// A text of which the space holds less than this share has no clear place in it and stays near its origin.
constexpr float least_length = 0.35F;
constexpr std::uint64_t seed = 20110501;

Matrix random_directions(std::size_t rows, std::size_t columns) {
  std::mt19937_64 dice(seed);
  Matrix directions(rows, columns);
  for (Eigen::Index i = 0; i < directions.size(); ++i) {
    directions.data()[i] = static_cast<float>(static_cast<double>(dice() >> 11U) * 0x1p-52 - 1);
  }
  return directions;
}

Matrix product(const SparseRows& rows, const Matrix& dense) {
  Matrix result = Matrix::Zero(static_cast<Eigen::Index>(rows.size()), dense.cols());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto target = result.row(static_cast<Eigen::Index>(row));
    for (const SparseRows::Entry& entry : rows[row]) {
      target += entry.value * dense.row(entry.column);
    }
  }
  return result;
}

/// An orthonormal basis of the columns, by Cholesky factors of their products: two rounds, since one loses half of the digits. Columns that are all 0
/// stay so.
void orthonormalize(Matrix& basis) {
  for (int round = 0; round < 2; ++round) {
    Eigen::MatrixXd products = (basis.transpose() * basis).cast<double>();
    if (!(products.trace() > 0)) return;
    // Directions that the rows do not span are nearly 0; this keeps the factor from breaking down on them.
    products.diagonal().array() += 1e-7 * products.trace() / static_cast<double>(basis.cols());
    const Eigen::LLT<Eigen::MatrixXd> factor(products);
    const Eigen::MatrixXf upper = factor.matrixU().toDenseMatrix().cast<float>();
    const Matrix inverse = upper.triangularView<Eigen::Upper>().solve(
        Eigen::MatrixXf::Identity(upper.rows(), upper.cols()));
    basis = basis * inverse;
  }
}

/// rows ~ basis * image', and image' * image = turn * squares * turn'.
struct Factors {
  Matrix basis;          // orthonormal
  Matrix image;          // columns x directions
  Eigen::MatrixXd turn;  // of the leading ones, the first of them first
  Eigen::VectorXd lengths;
};

/// REQUIRES: 0 < dimensions <= both sides of `rows`.
Factors factors_of(const SparseRows& rows, std::size_t dimensions, int iterations) {
  const std::size_t most = std::min(rows.size(), rows.columns());
  const std::size_t directions = std::min(dimensions + spare_directions, most);
  const SparseRows columns = rows.transposed();
  Factors factors;
  factors.basis = product(rows, random_directions(rows.columns(), directions));
  for (int i = 0; i < iterations; ++i) {
    orthonormalize(factors.basis);
    Matrix other = product(columns, factors.basis);
    orthonormalize(other);
    factors.basis = product(rows, other);
  }
  orthonormalize(factors.basis);
  factors.image = product(columns, factors.basis);
  const Eigen::MatrixXd products = (factors.image.transpose() * factors.image).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);
  // Ascending: the last are the leading ones.
  const auto kept = static_cast<Eigen::Index>(dimensions);
  factors.turn = solver.eigenvectors().rightCols(kept).rowwise().reverse();
  factors.lengths = solver.eigenvalues().tail(kept).reverse().cwiseMax(0.0).cwiseSqrt();
  return factors;
}

}  // namespace

std::vector<float> column_directions(const SparseRows& rows, std::size_t dimensions,
                                     int iterations) {
  std::vector<float> directions(rows.columns() * dimensions, 0);
  const std::size_t spanned = std::min({dimensions, rows.size(), rows.columns()});
  if (spanned == 0) return directions;
  const Factors factors = factors_of(rows, spanned, iterations);
  Eigen::MatrixXd turn = factors.turn;
  constexpr double least_share = 1e-4;  // of the longest: below it is rounding
  for (Eigen::Index i = 0; i < turn.cols(); ++i) {
    const double length = factors.lengths(i);
    turn.col(i) *= length > least_share * factors.lengths(0) ? 1 / length : 0;
  }
  const Matrix points = factors.image * turn.cast<float>();
  for (std::size_t column = 0; column < rows.columns(); ++column) {
    for (std::size_t i = 0; i < spanned; ++i) {
      directions[column * dimensions + i] =
          points(static_cast<Eigen::Index>(column), static_cast<Eigen::Index>(i));
    }
  }
  return directions;
}

LatentSpace::LatentSpace(const SparseRows& rows, std::size_t dimensions) {
  dimensions_ = std::min({dimensions, rows.size(), rows.columns()});
  values_.assign(rows.size() * dimensions_, 0);
  if (dimensions_ == 0) return;
  const Factors factors = factors_of(rows, dimensions_, iterations_of_space);
  Eigen::MatrixXd turn = factors.turn;
  for (Eigen::Index i = 0; i < turn.cols(); ++i) turn.col(i) *= factors.lengths(i);
  const Matrix points = factors.basis * turn.cast<float>();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto point = points.row(static_cast<Eigen::Index>(row));
    const float length = std::max(point.norm(), least_length);
    if (rows[row].empty()) continue;
    for (std::size_t i = 0; i < dimensions_; ++i) {
      values_[row * dimensions_ + i] = point(static_cast<Eigen::Index>(i)) / length;
    }
  }
}

float LatentSpace::cosine(std::size_t a, std::size_t b) const {
  const float* x = values_.data() + a * dimensions_;
  const float* y = values_.data() + b * dimensions_;
  return Eigen::Map<const Eigen::VectorXf>(x, static_cast<Eigen::Index>(dimensions_))
      .dot(Eigen::Map<const Eigen::VectorXf>(y, static_cast<Eigen::Index>(dimensions_)));
}

}  // namespace guidepost
