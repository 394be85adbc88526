// What an index learns of words that keep company follows from what it holds: not from the order in which that came, nor from how it lies on disk.
#include "indexer/latent_builder.h"

#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "indexer/index_run.h"
#include "support/dice.h"
#include "support/small_index.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

using Lines = std::vector<std::string>;

/// Of two letters: a hundred there are, by subject of twenty.
std::vector<std::string> all_words() {
  std::vector<std::string> words;
  for (const char first : std::string("bdgklmnprt")) {
    for (const char second : std::string("bdgklmnprt")) {
      words.push_back({first, 'o', second, 'a', 'x'});
    }
  }
  return words;
}

/// Tips "p0", "p1" and so on, each of one of five subjects, the first `early` of the first one and the others of words of the others alone.
Lines random_lines(std::size_t count, std::size_t early) {
  test::Dice dice(23);
  const std::vector<std::string> words = all_words();
  Lines lines;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_early = i < early;
    const std::size_t subject = is_early ? 0 : 20 + dice.roll(4) * 20;
    const auto some = [&](std::size_t length) {
      std::string text;
      for (std::size_t word = 0; word < length; ++word) {
        const std::size_t any = is_early ? dice.roll(100) : 20 + dice.roll(80);
        text += words[dice.once_in(4) ? any : subject + dice.roll(20)] + " ";
      }
      return text + words[subject];
    };
    lines.push_back(test::line("p" + std::to_string(i), "tip", some(2), some(40)));
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

/// Runs over one directory: what the later ones add lies in segments of their own.
class Runs {
 public:
  IndexReport run(const Lines& lines) {
    IndexRequest request;
    request.sources = {{directory_.write("documents.jsonl", joined(lines)), {}, {}}};
    request.index = directory_.path() / "index";
    IndexReport report;
    const auto silent = [](const std::string&, std::size_t, std::size_t) {};
    REQUIRE(run_index(request, silent, report));
    REQUIRE(report.manifest.rejected == 0);
    return report;
  }

  std::unique_ptr<const Generation> generation() const {
    const IndexDirectory index(directory_.path() / "index");
    auto opened = open_generation(index.path_of(*index.current()));
    REQUIRE(opened);
    return std::move(*opened);
  }

 private:
  test::TemporaryDirectory directory_;
};

std::unique_ptr<const Generation> generation_of(const Lines& lines) {
  Runs runs;
  runs.run(lines);
  return runs.generation();
}

LatentVector direction_of(const Generation& generation, const std::string& term) {
  LatentVector direction{};
  const auto number = generation.latent.term_named(term);
  REQUIRE(number);
  generation.latent.directions().add_to(direction, *number, 1);
  return direction;
}

/// The direction of each word, and its products with each of `count` documents.
std::vector<float> products(const Generation& generation, std::size_t count) {
  std::vector<float> all;
  for (const std::string& term : all_words()) {
    CAPTURE(term);
    const LatentVector direction = direction_of(generation, term);
    all.insert(all.end(), direction.begin(), direction.end());
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t document = generation.number_of("p" + std::to_string(i));
      REQUIRE(document != 0);
      all.push_back(generation.latent.cosine(LatentQuery(direction), document));
    }
  }
  return all;
}

/// In how many products they differ, be it by the last bit; there are too many to print.
std::size_t differences(const Generation& one, const Generation& other, std::size_t count) {
  const std::vector<float> a = products(one, count);
  const std::vector<float> b = products(other, count);
  REQUIRE(a.size() == b.size());
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] == b[i] ? 0U : 1U;
  return different;
}

}  // namespace

TEST_CASE("a document lies nearest to the words of its subject", "[latent_builder]") {
  constexpr std::size_t early = 40;
  const auto generation = generation_of(random_lines(200, early));
  LatentVector subject{};
  const std::vector<std::string> words = all_words();
  for (std::size_t i = 0; i < 20; ++i) {
    const LatentVector direction = direction_of(*generation, words[i]);
    for (std::size_t at = 0; at < latent_dimensions; ++at) subject[at] += direction[at];
  }
  normalise(subject);
  for (std::size_t i = 0; i < 200; ++i) {
    const std::uint32_t document = generation->number_of("p" + std::to_string(i));
    const float cosine = generation->latent.cosine(LatentQuery(subject), document);
    CHECK((i < early ? cosine > 0.5F : cosine < 0.1F));
  }
}

TEST_CASE("a word of one document alone keeps no company", "[latent_builder]") {
  const auto generation = generation_of({test::line("a", "tip", "Quokka", "Reef coral."),
                                         test::line("b", "tip", "Walrus", "Reef coral."),
                                         test::line("c", "tip", "Wombat", "Pearls.")});
  CHECK(generation->latent.term_named("reef"));
  CHECK_FALSE(generation->latent.term_named("quokka"));
}

TEST_CASE("passages have no place and teach nothing", "[latent_builder]") {
  const auto generation = generation_of({test::line("a", "tip", "Quokka", "Reef coral."),
                                         test::line("b", "tip", "Walrus", "Reef pearl."),
                                         test::line("c", "tip", "Wombat", "Pearl coral."),
                                         test::line("d", "passage", "Reef", "Pearl wallaby."),
                                         test::line("e", "passage", "Reef", "Coral wallaby.")});
  CHECK_FALSE(generation->latent.term_named("wallabi"));
  const LatentVector reef = direction_of(*generation, "reef");
  CHECK(generation->latent.cosine(LatentQuery(reef), generation->number_of("a")) > 0);
  CHECK(generation->latent.cosine(LatentQuery(reef), generation->number_of("d")) == 0);
}

TEST_CASE("a term of all pages has no direction, and pages that are all equal none at all",
          "[latent_builder]") {
  const auto generation = generation_of({test::line("a", "tip", "Guide", "Coral reef."),
                                         test::line("b", "tip", "Guide", "Coral pearl."),
                                         test::line("c", "tip", "Guide", "Pearl.")});
  CHECK_FALSE(generation->latent.term_named("guid"));
  CHECK(generation->latent.term_named("coral"));
  const auto equal = generation_of(
      {test::line("a", "tip", "Guide", "Coral."), test::line("b", "tip", "Guide", "Coral.")});
  CHECK_FALSE(equal->latent.term_named("coral"));
}

TEST_CASE("what is learned does not depend on the order of documents", "[latent_builder]") {
  constexpr std::size_t count = 120;
  Lines lines = random_lines(count, 40);
  const auto forwards = generation_of(lines);
  std::reverse(lines.begin(), lines.end());
  const auto backwards = generation_of(lines);
  REQUIRE_FALSE(forwards->latent.empty());
  REQUIRE(forwards->number_of("p0") != backwards->number_of("p0"));
  CHECK(differences(*forwards, *backwards, count) == 0);
}

TEST_CASE("what is learned does not depend on how documents lie in segments", "[latent_builder]") {
  constexpr std::size_t count = 400;
  const Lines lines = random_lines(count, 40);
  Runs runs;
  // The words that come first by their letters come last: in no segment do they stand as in one of all.
  runs.run(Lines(lines.begin() + 40, lines.end()));
  REQUIRE(runs.run(lines).rebuilt_because.empty());
  const auto beside = runs.generation();
  REQUIRE(beside->segments.size() == 2);
  const auto anew = generation_of(lines);
  REQUIRE(anew->segments.size() == 1);
  CHECK(differences(*beside, *anew, count) == 0);
}

TEST_CASE("documents that are gone taught nothing", "[latent_builder]") {
  constexpr std::size_t count = 400;
  Lines lines = random_lines(count, 40);
  const auto without = generation_of(lines);
  for (int i = 0; i < 20; ++i) {
    lines.push_back(test::line("q" + std::to_string(i), "tip", "Bobax gonax", "Totax wallaby"));
  }
  Runs runs;
  runs.run(lines);
  lines.resize(count);
  REQUIRE(runs.run(lines).rebuilt_because.empty());
  const auto removed = runs.generation();
  CHECK_FALSE(removed->latent.term_named("wallabi"));
  CHECK(differences(*removed, *without, count) == 0);
}

TEST_CASE("an index of nothing that has a name knows no company", "[latent_builder]") {
  const auto latent = latent_index_of("nowhere", {}, {}, NameIndex());
  REQUIRE(latent);
  CHECK(latent->empty());
}

TEST_CASE("a segment that is not there is damage", "[latent_builder]") {
  Runs runs;
  runs.run(random_lines(3, 0));
  const auto generation = runs.generation();
  std::vector<CatalogueEntry> catalogue;
  for (std::size_t i = 0; i < generation->catalogue.size(); ++i) {
    catalogue.push_back(generation->catalogue.at(i));
  }
  CHECK(latent_index_of(generation->path, generation->manifest.segments, catalogue,
                        generation->titles));
  const test::TemporaryDirectory empty;
  CHECK_FALSE(
      latent_index_of(empty.path(), generation->manifest.segments, catalogue, generation->titles));
}

}  // namespace guidepost::indexer
