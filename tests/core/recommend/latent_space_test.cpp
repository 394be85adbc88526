// Texts that share no word but keep the same company lie close.
#include "core/recommend/latent_space.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

/// Two subjects of ten terms each; every text has three terms of one subject.
SparseRows two_subjects() {
  SparseRows counts;
  for (std::uint32_t text = 0; text < 40; ++text) {
    const std::uint32_t first = text % 2 * 10;
    std::vector<SparseRows::Entry> row;
    for (const std::uint32_t term : {text / 2, text / 2 + 1, text / 2 + 3}) {
      row.push_back({first + term % 10, 1});
    }
    counts.add(std::move(row));
  }
  counts.add({});
  return tf_idf(std::move(counts));
}

/// Sums of `rank` random rows.
SparseRows rows_of_rank(std::size_t rank, std::size_t rows, std::size_t columns) {
  test::Dice dice(17);
  const auto number = [&] { return static_cast<float>(dice.roll(2001)) / 1000 - 1; };
  std::vector<std::vector<float>> bases(rank, std::vector<float>(columns));
  for (auto& base : bases) {
    for (float& value : base) value = number();
  }
  SparseRows made;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<SparseRows::Entry> entries(columns);
    for (std::size_t i = 0; i < columns; ++i) entries[i].column = static_cast<std::uint32_t>(i);
    for (const auto& base : bases) {
      const float share = number();
      for (std::size_t i = 0; i < columns; ++i) entries[i].value += share * base[i];
    }
    made.add(std::move(entries));
  }
  return made;
}

/// By row: its place in the directions.
std::vector<std::vector<double>> places_of(const SparseRows& rows,
                                           const std::vector<float>& directions,
                                           std::size_t dimensions) {
  std::vector<std::vector<double>> places;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::vector<double>& place = places.emplace_back(dimensions, 0);
    for (const SparseRows::Entry& entry : rows[row]) {
      for (std::size_t i = 0; i < dimensions; ++i) {
        place[i] += static_cast<double>(entry.value * directions[entry.column * dimensions + i]);
      }
    }
  }
  return places;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double dot(std::span<const SparseRows::Entry> a, std::span<const SparseRows::Entry> b) {
  double sum = 0;
  for (const SparseRows::Entry& x : a) {
    for (const SparseRows::Entry& y : b) {
      if (x.column == y.column) sum += static_cast<double>(x.value) * static_cast<double>(y.value);
    }
  }
  return sum;
}

/// Products of the directions with each other, by both.
double product(const std::vector<float>& directions, std::size_t dimensions, std::size_t a,
               std::size_t b) {
  double sum = 0;
  for (std::size_t at = 0; at < directions.size(); at += dimensions) {
    sum += static_cast<double>(directions[at + a]) * static_cast<double>(directions[at + b]);
  }
  return sum;
}

TEST_CASE("texts of one subject lie closer than texts of two", "[latent_space]") {
  const SparseRows rows = two_subjects();
  const LatentSpace space(rows, 2);
  REQUIRE(space.dimensions() == 2);
  for (std::size_t text = 2; text < 40; ++text) {
    CHECK(space.cosine(text % 2, text) > space.cosine(1 - text % 2, text) + 0.5F);
  }
}

TEST_CASE("points have length 1, and an empty text lies nowhere", "[latent_space]") {
  const LatentSpace space(two_subjects(), 2);
  CHECK(space.cosine(0, 0) == Approx(1).margin(1e-4));
  CHECK(space.cosine(40, 0) == 0);
  CHECK(space.cosine(40, 40) == 0);
}

TEST_CASE("with as many dimensions as texts can have, cosines are those of the rows",
          "[latent_space]") {
  const SparseRows rows = two_subjects();
  const LatentSpace space(rows, 100);
  Scattered first(rows.columns());
  first.lay(rows[0]);
  for (std::size_t text = 0; text < 40; ++text) {
    CHECK(space.cosine(0, text) == Approx(first.dot(rows[text])).margin(0.01));
  }
}

TEST_CASE("a space of nothing holds nothing", "[latent_space]") {
  CHECK(LatentSpace(SparseRows(), 10).dimensions() == 0);
  SparseRows empty;
  empty.add({});
  empty.add({});
  const LatentSpace space(empty, 10);
  CHECK(space.cosine(0, 1) == 0);
}

TEST_CASE("texts whose words weigh nothing lie nowhere", "[latent_space]") {
  SparseRows counts;
  for (int text = 0; text < 30; ++text) counts.add({{0, 1}});  // one word, in every text
  const SparseRows rows = tf_idf(std::move(counts));
  const LatentSpace space(rows, 10);
  for (std::size_t text = 0; text < rows.size(); ++text) CHECK(space.cosine(0, text) == 0);
}

TEST_CASE("a space is the same in every run", "[latent_space]") {
  const SparseRows rows = two_subjects();
  const LatentSpace one(rows, 2);
  const LatentSpace other(rows, 2);
  for (std::size_t text = 0; text < rows.size(); ++text) {
    for (std::size_t to = 0; to < rows.size(); ++to) {
      CHECK(one.cosine(text, to) == other.cosine(text, to));
    }
  }
}

TEST_CASE("directions are orthonormal, as many as the rows span, and keep products of rows",
          "[latent_space]") {
  const auto [rank, count] =
      GENERATE(table<std::size_t, std::size_t>({{1, 30}, {3, 60}, {5, 12}, {8, 200}, {20, 500}}));
  CAPTURE(rank, count);
  constexpr std::size_t dimensions = 8;
  const std::size_t spanned = std::min(rank, dimensions);
  const SparseRows rows = rows_of_rank(rank, count, 40);
  const std::vector<float> directions = column_directions(rows, dimensions, 4);
  REQUIRE(directions.size() == 40 * dimensions);
  for (std::size_t a = 0; a < dimensions; ++a) {
    for (std::size_t b = 0; b < dimensions; ++b) {
      const double expected = a == b && a < spanned ? 1 : 0;
      CHECK(product(directions, dimensions, a, b) == Approx(expected).margin(1e-3));
    }
  }
  if (rank > dimensions) return;  // some of the rows is left out
  const auto places = places_of(rows, directions, dimensions);
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = 0; b <= a; ++b) {
      const double lengths = std::sqrt(dot(rows[a], rows[a]) * dot(rows[b], rows[b]));
      CHECK(std::abs(dot(places[a], places[b]) - dot(rows[a], rows[b])) <= 1e-3 * lengths);
    }
  }
}

TEST_CASE("the first direction is the one in which the rows are longest", "[latent_space]") {
  SparseRows rows;
  rows.add({{0, 1}});
  rows.add({{1, 3}});
  rows.add({{2, 2}});
  const std::vector<float> directions = column_directions(rows, 2, 4);
  REQUIRE(directions.size() == 6);
  CHECK(std::abs(directions[1 * 2 + 0]) == Approx(1).margin(1e-3));
  CHECK(std::abs(directions[2 * 2 + 1]) == Approx(1).margin(1e-3));
  CHECK(directions[0 * 2 + 0] == Approx(0).margin(1e-3));
}

TEST_CASE("fewer rows than dimensions leave the last directions 0", "[latent_space]") {
  const SparseRows rows = rows_of_rank(3, 3, 20);
  const std::vector<float> directions = column_directions(rows, 10, 2);
  REQUIRE(directions.size() == 20 * 10);
  for (std::size_t column = 0; column < 20; ++column) {
    for (std::size_t i = 3; i < 10; ++i) CHECK(directions[column * 10 + i] == 0);
  }
  for (std::size_t i = 0; i < 3; ++i) CHECK(product(directions, 10, i, i) == Approx(1));
}

TEST_CASE("rows of nothing go in no direction", "[latent_space]") {
  CHECK(column_directions(SparseRows(), 10, 2).empty());
  SparseRows empty;
  empty.add({});
  CHECK(column_directions(empty, 10, 2).empty());
  SparseRows zeros;
  zeros.add({{3, 0}});
  zeros.add({});
  CHECK(column_directions(zeros, 10, 2) == std::vector<float>(4 * 10, 0));
}

TEST_CASE("directions are the same bits in every run", "[latent_space]") {
  const SparseRows rows = two_subjects();
  CHECK(column_directions(rows, 4, 2) == column_directions(rows, 4, 2));
}

}  // namespace
}  // namespace guidepost
