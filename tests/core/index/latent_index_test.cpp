// Vectors kept as bytes: how near they stay; and what is read back from bytes that are no latent index.
#include "core/index/latent_index.h"

#include "core/index/record.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

LatentVector random_vector(test::Dice& dice) {
  LatentVector vector{};
  for (float& value : vector) value = static_cast<float>(dice.roll(2001)) / 1000 - 1;
  return vector;
}

LatentVector random_direction(test::Dice& dice) {
  LatentVector vector = random_vector(dice);
  normalise(vector);
  return vector;
}

float dot(const LatentVector& a, const LatentVector& b) {
  float sum = 0;
  for (std::size_t i = 0; i < latent_dimensions; ++i) sum += a[i] * b[i];
  return sum;
}

const std::vector<std::uint32_t> documents{2, 3, 9, 4'000'000'000};

/// Of four documents, with their places in order.
LatentIndex small_index(const std::vector<LatentVector>& places) {
  test::Dice dice(5);
  LatentRows directions;
  for (int term = 0; term < 3; ++term) directions.add(random_vector(dice));
  LatentIndex index({"dive", "diver", "reef"}, directions);
  for (std::size_t i = 0; i < documents.size(); ++i) index.add(documents[i], places[i]);
  return index;
}

std::vector<LatentVector> four_places() {
  test::Dice dice(11);
  std::vector<LatentVector> places;
  for (std::size_t i = 0; i < documents.size(); ++i) places.push_back(random_direction(dice));
  return places;
}

/// What a file holds, to be written although it is wrong.
struct Parts {
  std::vector<std::string> terms{"dive", "reef"};
  std::vector<float> scales{0.01F, 0};
  std::string bytes = std::string(2 * latent_dimensions, '\x05');
  std::vector<std::uint32_t> documents{1, 7};
  std::vector<float> place_scales{0.02F, 0.02F};
  std::string place_bytes = std::string(2 * latent_dimensions, '\x81');
};

std::string encoded(const Parts& parts) {
  RecordWriter writer;
  const auto rows = [&](const std::vector<float>& scales, const std::string& bytes) {
    std::vector<std::uint32_t> bits;
    for (const float scale : scales) bits.push_back(std::bit_cast<std::uint32_t>(scale));
    writer.u32s(bits);
    writer.text(bytes);
  };
  writer.texts(parts.terms);
  rows(parts.scales, parts.bytes);
  writer.u32s(parts.documents);
  rows(parts.place_scales, parts.place_bytes);
  return std::move(writer).bytes();
}

bool is_damage(const std::string& bytes) {
  const auto read = LatentIndex::decode(bytes);
  return !read && read.error().code == ErrorCode::index_damaged;
}

}  // namespace

TEST_CASE("a vector is kept to within half a step of its largest number's bytes",
          "[latent_index]") {
  test::Dice dice(3);
  LatentRows rows;
  std::vector<LatentVector> vectors;
  for (int i = 0; i < 50; ++i) {
    vectors.push_back(random_vector(dice));
    for (float& value : vectors.back()) value *= static_cast<float>(i + 1);
    rows.add(vectors.back());
  }
  REQUIRE(rows.size() == vectors.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    LatentVector kept{};
    rows.add_to(kept, row, 1);
    float most = 0;
    float furthest = 0;
    for (std::size_t i = 0; i < latent_dimensions; ++i) {
      most = std::max(most, std::abs(vectors[row][i]));
      furthest = std::max(furthest, std::abs(kept[i] - vectors[row][i]));
    }
    CHECK(furthest <= most / 127 * 0.501F);
    CHECK(rows.dot(LatentQuery(vectors[0]), row) ==
          Approx(dot(vectors[0], kept)).margin(1e-3 * most));
  }
}

TEST_CASE("vectors are added up by their factors", "[latent_index]") {
  LatentRows rows;
  LatentVector vector{};
  vector[0] = 127;
  vector[95] = -127;
  rows.add(vector);
  LatentVector sum{};
  sum[0] = 1;
  rows.add_to(sum, 0, 0.5F);
  CHECK(sum[0] == Approx(64.5));
  CHECK(sum[1] == 0);
  CHECK(sum[95] == Approx(-63.5));
}

TEST_CASE("a vector of nothing stays so", "[latent_index]") {
  LatentVector nothing{};
  normalise(nothing);
  CHECK(nothing == LatentVector{});
  LatentRows rows;
  rows.add(nothing);
  LatentVector sum{};
  rows.add_to(sum, 0, 1);
  CHECK(sum == LatentVector{});
  test::Dice dice(1);
  CHECK(rows.dot(LatentQuery(random_vector(dice)), 0) == 0);
}

TEST_CASE("a direction has length 1", "[latent_index]") {
  test::Dice dice(2);
  const LatentVector direction = random_direction(dice);
  CHECK(dot(direction, direction) == Approx(1));
}

TEST_CASE("a document lies where it was put, and one that is not there nowhere", "[latent_index]") {
  const std::vector<LatentVector> places = four_places();
  const LatentIndex index = small_index(places);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (std::size_t j = 0; j < documents.size(); ++j) {
      const float cosine = index.cosine(LatentQuery(places[i]), documents[j]);
      CHECK(cosine == Approx(dot(places[i], places[j])).margin(0.01));
    }
  }
  for (const std::uint32_t other : {0U, 1U, 4U, 10U, 0xffffffffU}) {
    CHECK(index.cosine(LatentQuery(places[0]), other) == 0);
  }
  CHECK(LatentIndex().cosine(LatentQuery(places[0]), 1) == 0);
}

TEST_CASE("each place is shown once, with the cosine that is asked for alone", "[latent_index]") {
  const std::vector<LatentVector> places = four_places();
  const LatentIndex index = small_index(places);
  std::vector<std::uint32_t> seen;
  index.each_place(LatentQuery(places[2]), [&](std::uint32_t document, float cosine) {
    seen.push_back(document);
    CHECK(cosine == index.cosine(LatentQuery(places[2]), document));
  });
  CHECK(seen == documents);
}

TEST_CASE("a term is found by all of it and nothing else", "[latent_index]") {
  const LatentIndex index = small_index(four_places());
  CHECK(index.term_named("dive") == std::size_t{0});
  CHECK(index.term_named("diver") == std::size_t{1});
  CHECK(index.term_named("reef") == std::size_t{2});
  for (const std::string other : {"", "a", "div", "divers", "Dive", "reeg", "z"}) {
    CAPTURE(other);
    CHECK_FALSE(index.term_named(other));
  }
  CHECK_FALSE(LatentIndex().term_named("dive"));
}

TEST_CASE("a latent index read back is the one that was written", "[latent_index]") {
  const std::vector<LatentVector> places = four_places();
  const LatentIndex index = small_index(places);
  const auto read = LatentIndex::decode(index.encode());
  REQUIRE(read);
  CHECK(read->encode() == index.encode());
  CHECK(read->term_named("reef") == std::size_t{2});
  for (const std::uint32_t document : documents) {
    CHECK(read->cosine(LatentQuery(places[1]), document) ==
          index.cosine(LatentQuery(places[1]), document));
  }
  for (std::size_t term = 0; term < 3; ++term) {
    CHECK(read->directions().dot(LatentQuery(places[1]), term) ==
          index.directions().dot(LatentQuery(places[1]), term));
  }
  const auto nothing = LatentIndex::decode(LatentIndex().encode());
  REQUIRE(nothing);
  CHECK(nothing->empty());
}

TEST_CASE("a latent index that was cut, or has something behind it, is damage", "[latent_index]") {
  const std::string bytes = small_index(four_places()).encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE(is_damage(bytes.substr(0, size)));
  }
  CHECK(is_damage(bytes + "x"));
}

TEST_CASE("a latent index whose parts do not fit each other is damage", "[latent_index]") {
  REQUIRE(LatentIndex::decode(encoded({})));
  Parts parts;
  SECTION("terms out of order") { parts.terms = {"reef", "dive"}; }
  SECTION("documents out of order") { parts.documents = {7, 1}; }
  SECTION("a term more") { parts.terms.emplace_back("sea"); }
  SECTION("a document less") { parts.documents.pop_back(); }
  SECTION("a scale more than rows") { parts.scales.push_back(1); }
  SECTION("a scale less than rows") { parts.place_scales.pop_back(); }
  SECTION("a row that is cut") { parts.place_bytes.pop_back(); }
  SECTION("a byte more than rows") { parts.bytes += 'x'; }
  CHECK(is_damage(encoded(parts)));
}

TEST_CASE("a latent index with a scale that is none is damage", "[latent_index]") {
  const float wrong =
      GENERATE(std::numeric_limits<float>::quiet_NaN(), infinity, -infinity, -0.5F, 1e30F);
  CAPTURE(wrong);
  Parts of_term;
  of_term.scales[1] = wrong;
  CHECK(is_damage(encoded(of_term)));
  Parts of_place;
  of_place.place_scales[0] = wrong;
  CHECK(is_damage(encoded(of_place)));
}

TEST_CASE("a latent index with a wrong byte is refused, or can be used all the same",
          "[latent_index]") {
  const std::vector<LatentVector> places = four_places();
  const std::string good = small_index(places).encode();
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned mask : {0x01U, 0x80U, 0xffU}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ mask);
      const auto read = LatentIndex::decode(bytes);
      if (!read) {
        REQUIRE(read.error().code == ErrorCode::index_damaged);
        continue;
      }
      LatentVector sum{};
      if (const auto term = read->term_named("reef")) read->directions().add_to(sum, *term, 1);
      normalise(sum);
      read->each_place(LatentQuery(sum),
                       [](std::uint32_t, float cosine) { REQUIRE(std::isfinite(cosine)); });
    }
  }
}

}  // namespace guidepost
