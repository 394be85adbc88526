// The inverse: it is one, and comes out the same however many threads made it.
#include "core/recommend/role_kernel.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

SparseRows random_rows(test::Dice& dice, std::size_t rows, std::size_t columns) {
  SparseRows made;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<SparseRows::Entry> entries;
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (dice.once_in(4)) entries.push_back({column, static_cast<float>(1 + dice.roll(9)) / 10});
    }
    made.add(std::move(entries));
  }
  return made;
}

double dot(const SparseRows& rows, std::size_t a, std::size_t b) {
  double sum = 0;
  for (const auto& x : rows[a]) {
    for (const auto& y : rows[b]) {
      if (x.column == y.column) sum += static_cast<double>(x.value) * y.value;
    }
  }
  return sum;
}

TEST_CASE("kernel times inverse is the identity, over more rows than a block", "[role_kernel]") {
  test::Dice dice(11);
  const SparseRows needs = random_rows(dice, 300, 40);
  const SparseRows texts = random_rows(dice, 300, 30);
  const SquareMatrix inverse = inverse_kernel(needs, texts, 2, 4, 1);
  for (std::size_t row = 0; row < 300; row += 37) {
    for (std::size_t column = 0; column < 300; column += 41) {
      double sum = 4 * inverse.at(row, column);
      for (std::size_t k = 0; k < 300; ++k) {
        sum += (dot(needs, row, k) + 2 * dot(texts, row, k)) * inverse.at(k, column);
      }
      CHECK(sum == Approx(row == column ? 1 : 0).margin(1e-3));
      CHECK(inverse.at(row, column) == inverse.at(column, row));
    }
  }
}

TEST_CASE("the number of threads does not change a bit of the inverse", "[role_kernel]") {
  test::Dice dice(12);
  const SparseRows needs = random_rows(dice, 600, 50);
  CHECK(inverse_kernel(needs, {}, 0, 8, 1).values == inverse_kernel(needs, {}, 0, 8, 3).values);
}

TEST_CASE("a kernel and its inverse take the square of their rows", "[role_kernel]") {
  CHECK(inverse_kernel_bytes(0, 2) == 0);
  CHECK(inverse_kernel_bytes(3000, 1) >= 72'000'000);
  CHECK(inverse_kernel_bytes(3000, 2) < 80'000'000);
}

TEST_CASE("there may be nothing to invert", "[role_kernel]") {
  CHECK(inverse_kernel({}, {}, 0, 8, 2).size == 0);
}

}  // namespace
}  // namespace guidepost
