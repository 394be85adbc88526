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
constexpr int iterations = 4;                 // singular values of texts fall slowly
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

}  // namespace

LatentSpace::LatentSpace(const SparseRows& rows, std::size_t dimensions) {
  const std::size_t most = std::min(rows.size(), rows.columns());
  dimensions_ = std::min(dimensions, most);
  values_.assign(rows.size() * dimensions_, 0);
  if (dimensions_ == 0) return;
  const std::size_t directions = std::min(dimensions_ + spare_directions, most);
  const SparseRows columns = rows.transposed();
  Matrix basis = product(rows, random_directions(rows.columns(), directions));
  for (int i = 0; i < iterations; ++i) {
    orthonormalize(basis);
    Matrix other = product(columns, basis);
    orthonormalize(other);
    basis = product(rows, other);
  }
  orthonormalize(basis);
  const Matrix image =
      product(columns, basis);  // columns x directions: rows' transpose times basis
  const Eigen::MatrixXd products = (image.transpose() * image).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);
  // Ascending: the last are the leading ones.
  const auto kept = static_cast<Eigen::Index>(dimensions_);
  Eigen::MatrixXd turn = solver.eigenvectors().rightCols(kept).rowwise().reverse();
  const Eigen::VectorXd squares = solver.eigenvalues().tail(kept).reverse();
  for (Eigen::Index i = 0; i < kept; ++i) turn.col(i) *= std::sqrt(std::max(0.0, squares(i)));
  const Matrix points = basis * turn.cast<float>();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto point = points.row(static_cast<Eigen::Index>(row));
    const float length = std::max(point.norm(), least_length);
    if (rows[row].empty()) continue;
    for (Eigen::Index i = 0; i < kept; ++i) {
      values_[row * dimensions_ + static_cast<std::size_t>(i)] = point(i) / length;
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
