// Texts that share no word but keep the same company lie close.
#include "core/recommend/latent_space.h"

#include <catch2/catch.hpp>

#include <cmath>
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

}  // namespace
}  // namespace guidepost
