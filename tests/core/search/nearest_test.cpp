// What is shown where nothing matches: near words, skills and roles, each with its reason.
#include "core/search/nearest.h"

#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

const test::SmallIndex& index() {
  static const test::SmallIndex small(
      test::line("kubernetes", "skill", "Kubernetes", "Containers everywhere.") +
      test::line("baking", "skill", "Baking", "Bread and butter.") +
      test::line("baker", "guide", "Baker", "Bakes bread at night.",
                 R"(, "aliases": ["Bread maker", "Bread cook"])") +
      test::line("crust", "passage", "Crust", "A crust needs heat.",
                 R"(, "guide": "baker", "skills": ["baking"])"));
  return small;
}

Nearest near(const std::string& text, const std::vector<std::uint32_t>& partial = {}) {
  const Analyzer analyzer(index().generation().lexicon);
  return nearest_to(text, partial, index().generation(), analyzer);
}

}  // namespace

TEST_CASE("a misspelt word is near to words of the index, one edit further than corrections go",
          "[nearest]") {
  const Nearest found = near("containrrzz");
  REQUIRE(found.words.size() == 1);
  CHECK(found.words[0].text == "containers");
  CHECK(found.words[0].typed == "containrrzz");
  CHECK(found.words[0].because == Nearness::spelling);
  CHECK(near("brxxd").words.empty());  // too short for two
}

TEST_CASE("the first four unknown words are compared with the words of the index", "[nearest]") {
  const Nearest found = near("qqqqqqq xxxxxxx jjjjjjj containrrzz");
  REQUIRE(found.words.size() == 1);
  CHECK(found.words[0].text == "containers");
  CHECK(near("qqqqqqq xxxxxxx jjjjjjj vvvvvvv containrrzz").words.empty());
}

TEST_CASE("names that share letters are near, by what they name", "[nearest]") {
  const Nearest found = near("kubernetian");
  REQUIRE(found.skills.size() == 1);
  CHECK(found.skills[0].id == "kubernetes");
  CHECK(found.skills[0].label == "Kubernetes");
  CHECK(found.skills[0].because == Nearness::letters);
}

TEST_CASE("what has some of the words leads to its skill and its role", "[nearest]") {
  const std::uint32_t crust = index().generation().number_of("crust");
  REQUIRE(crust != 0);
  const Nearest found = near("zzz", {crust});
  REQUIRE(found.skills.size() == 1);
  CHECK(found.skills[0].id == "baking");
  CHECK(found.skills[0].because == Nearness::related);
  REQUIRE(found.roles.size() == 1);
  CHECK(found.roles[0].id == "baker");
}

TEST_CASE("a known word leads to what names use in its place", "[nearest]") {
  const Nearest found = near("maker");
  REQUIRE_FALSE(found.words.empty());
  CHECK(found.words[0].because == Nearness::substitute);
  CHECK(found.words[0].text == "cook");
}

TEST_CASE("where nothing is near, what most is written about is shown, and said to be that",
          "[nearest]") {
  const Nearest found = near("zzzz qqqq");
  CHECK(found.words.empty());
  REQUIRE_FALSE(found.skills.empty());
  REQUIRE_FALSE(found.roles.empty());
  CHECK(found.skills[0].id == "baking");
  CHECK(found.skills[0].because == Nearness::popular);
  CHECK(found.roles[0].id == "baker");
  CHECK(found.roles[0].because == Nearness::popular);
  for (const NearName& skill : near("kubernetian").skills) {
    CHECK(skill.because != Nearness::popular);
  }
}

TEST_CASE("what most is written about is not shown in other languages too", "[nearest]") {
  const std::string german = R"(, "language": "de")";
  std::string lines = test::line("baecker", "guide", "Baecker", "Backt Brot.", german);
  lines += test::line("kruste", "passage", "Kruste", "Braucht Hitze.",
                      R"(, "guide": "baecker")" + german);
  for (const std::string id : {"baker", "cook", "smith"}) {
    lines += test::line(id, "guide", id, "Works.");
  }
  const test::SmallIndex small(lines);
  const Analyzer analyzer(small.generation().lexicon);
  const Nearest found = nearest_to("zzzz qqqq", {}, small.generation(), analyzer);
  CHECK(found.roles.size() == 3);
  for (const NearName& role : found.roles) CHECK(role.id != "baecker");
}

TEST_CASE("where nothing matches guides are shown, and no facet says that they were chosen",
          "[nearest]") {
  SearchRequest request;
  request.text = "zzqxv";
  request.facets = {FacetField::type, FacetField::family};
  const SearchAnswer answer = index().search(request);
  REQUIRE(answer.match == MatchQuality::nearest);
  REQUIRE_FALSE(answer.hits.empty());
  CHECK(answer.hits[0].type == "guide");
  REQUIRE(answer.facets.size() == 2);
  CHECK(answer.facets[0].values.size() > 1);
  for (const FacetValue& value : answer.facets[0].values) {
    CAPTURE(value.value);
    CHECK_FALSE(value.selected);
    SearchRequest narrower = request;
    narrower.filters = {{FacetField::type, value.value}};
    CHECK(index().search(narrower).total == value.count);
  }
  request.filters = {{FacetField::type, "skill"}};
  const SearchAnswer chosen = index().search(request);
  for (const FacetValue& value : chosen.facets[0].values) {
    CHECK(value.selected == (value.value == "skill"));
  }
}

TEST_CASE("an answer has it where nothing matches, and only there", "[nearest]") {
  SearchRequest request;
  request.text = "kubernetes";
  request.filters = {{FacetField::type, "guide"}};
  const SearchAnswer filtered = index().search(request);
  CHECK(filtered.match == MatchQuality::nearest);
  CHECK(filtered.total > 0);
  REQUIRE(filtered.nearest);
  REQUIRE_FALSE(filtered.nearest->skills.empty());
  CHECK(filtered.nearest->skills[0].id == "kubernetes");
  CHECK_FALSE(index().search("kubernetes").nearest);
  CHECK_FALSE(index().search("").nearest);
}

}  // namespace guidepost
