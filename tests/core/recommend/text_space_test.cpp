// Sparse rows, their weights, and what is near to what.
#include "core/recommend/text_space.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace guidepost {
namespace {

using Entries = std::vector<SparseRows::Entry>;

SparseRows rows(std::vector<Entries> all) {
  SparseRows result;
  for (Entries& row : all) result.add(std::move(row));
  return result;
}

TEST_CASE("a row is put in order and says each column once", "[text_space]") {
  const SparseRows one = rows({{{4, 1}, {2, 3}, {4, 2}}});
  REQUIRE(one[0].size() == 2);
  CHECK(one[0][0].column == 2);
  CHECK(one[0][1].column == 4);
  CHECK(one[0][1].value == 3);
  CHECK(one.columns() == 5);
}

TEST_CASE("inverted lists name the rows of each column, in order", "[text_space]") {
  const SparseRows lists = rows({{{1, 5}}, {}, {{0, 2}, {1, 7}}}).transposed(4);
  REQUIRE(lists.size() == 4);
  CHECK(lists[0].size() == 1);
  REQUIRE(lists[1].size() == 2);
  CHECK(lists[1][0].column == 0);
  CHECK(lists[1][1].column == 2);
  CHECK(lists[1][1].value == 7);
  CHECK(lists[3].empty());
}

TEST_CASE("weights have length 1, and rare terms weigh more", "[text_space]") {
  const SparseRows weights = tf_idf(rows({{{0, 1}, {1, 1}}, {{0, 1}, {2, 1}}, {{0, 1}}, {}}));
  double squares = 0;
  for (const SparseRows::Entry& entry : weights[0]) squares += std::pow(entry.value, 2);
  CHECK(squares == Approx(1));
  CHECK(weights[0][1].value > weights[0][0].value);
  CHECK(weights[3].empty());
}

TEST_CASE("the root of a frequency leaves more to terms that repeat", "[text_space]") {
  const SparseRows counts = rows({{{0, 16}, {1, 1}}, {{2, 1}}});
  const float by_logarithm = tf_idf(counts)[0][1].value;
  const float by_root = tf_idf(counts, 1, TermFrequency::root)[0][1].value;
  CHECK(by_root < by_logarithm);
}

TEST_CASE("a row that is laid out takes the place of the one before", "[text_space]") {
  Scattered space(4);
  const Entries first{{1, 2}, {3, 1}};
  const Entries second{{0, 1}};
  space.lay(first);
  CHECK(space.dot(first) == 5);
  space.lay(second);
  CHECK(space.dot(first) == 0);
  CHECK(space.holds(0));
  CHECK_FALSE(space.holds(3));
}

TEST_CASE("the best of a tally come by number, ties to the smaller, and are forgotten",
          "[text_space]") {
  Tally tally(5);
  tally.add(3, 1);
  tally.add(1, 1);
  tally.add(0, -1);
  tally.add(4, 2);
  tally.add(4, 1);
  const auto best = tally.take_best(2);
  REQUIRE(best.size() == 2);
  CHECK(best[0].item == 1);
  CHECK(best[1].item == 4);
  CHECK(best[1].score == 3);
  CHECK(tally.take_best(5).empty());
}

TEST_CASE("long inverted lists are passed over", "[text_space]") {
  const SparseRows lists = rows({{{0, 1}, {1, 1}, {2, 1}}, {{2, 1}}});
  Tally tally(3);
  tally.add_products(Entries{{0, 1}, {1, 1}}, lists, 1, 2);
  const auto best = tally.take_best(3);
  REQUIRE(best.size() == 1);
  CHECK(best[0].item == 2);
  CHECK(best[0].score == 1);
}

}  // namespace
}  // namespace guidepost
