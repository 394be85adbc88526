// A page is found by the company that the query's words keep, though it has none of them; where something is known, by what is known.
#include "core/search/ranking.h"
#include "support/dice.h"
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

using Lines = std::vector<std::string>;

const Lines of_diving{"snorkel", "wetsuit", "regulator", "reef", "buoyancy", "coral"};
const Lines of_finance{"ledger", "invoice", "audit", "dividend", "taxation", "mortgage"};

/// A guide without the first two words of its subject, and tips without one of the others. Names say nothing.
void add_subject(Lines& lines, const std::string& name, const Lines& words, test::Dice& dice) {
  const auto add = [&](const std::string& id, const std::string& type, std::size_t without_first,
                       std::size_t without_last) {
    std::string body = "About";
    for (std::size_t word = 0; word < words.size(); ++word) {
      if (word < without_first || word > without_last) body += " " + words[word];
    }
    lines.push_back(test::line(id, type, dice.word("bcdfghklmnprstvwz", 9, 11), body + "."));
  };
  add(name, "guide", 0, 1);
  for (std::size_t word = 2; word < words.size(); ++word) {
    add(name + "-" + std::to_string(word), "tip", word, word);
  }
}

/// As many subjects as there are dimensions: with fewer, directions are left for single words.
Lines many_subjects() {
  test::Dice dice(41);
  Lines lines;
  add_subject(lines, "diving", of_diving, dice);
  add_subject(lines, "finance", of_finance, dice);
  for (std::size_t i = 2; i < latent_dimensions; ++i) {
    Lines words;
    for (int word = 0; word < 6; ++word) words.push_back(dice.word("bcdfghklmnprstvwz", 7, 9));
    add_subject(lines, "subject-" + std::to_string(i), words, dice);
  }
  lines.push_back(test::line("passage", "passage", "Xylem", "A snorkel, a wetsuit, a reef."));
  lines.push_back(test::line("called-so", "guide", "Reef buoyancy", "About coral."));
  return lines;
}

std::string joined(const Lines& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

const test::SmallIndex& index() {
  static const test::SmallIndex small(joined(many_subjects()));
  return small;
}

SearchAnswer explained(const test::SmallIndex& index, const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.limit = 50;
  request.explain = Explain::yes;
  return index.search(request);
}

/// By id, how related each hit is.
std::map<std::string, double> related(const std::string& query) {
  std::map<std::string, double> found;
  for (const Hit& hit : explained(index(), query).hits) {
    const auto latent = static_cast<std::size_t>(ranking::Feature::latent);
    found[hit.id] = hit.features.empty() ? 0 : hit.features.at(latent);
  }
  return found;
}

double most_related(const std::string& query) {
  double most = 0;
  for (const auto& [id, value] : related(query)) most = std::max(most, value);
  return most;
}

bool says_related(const Explanation& explanation) {
  return explanation.name.find("related words") != std::string::npos ||
         std::any_of(explanation.parts.begin(), explanation.parts.end(), says_related);
}

}  // namespace

TEST_CASE("a page with none of the words is found by their company, before other subjects",
          "[related_words]") {
  const SearchAnswer answer = explained(index(), "snorkel wetsuit");
  const auto found = std::find_if(answer.hits.begin(), answer.hits.end(),
                                  [](const Hit& hit) { return hit.id == "diving"; });
  REQUIRE(found != answer.hits.end());
  for (auto hit = answer.hits.begin(); hit != found; ++hit) {
    CHECK((hit->id == "passage" || hit->id.rfind("diving", 0) == 0));
  }
  CHECK(found->features.at(static_cast<std::size_t>(ranking::Feature::everywhere)) == 0);
  CHECK(found->features.at(static_cast<std::size_t>(ranking::Feature::latent)) > 0.8);
  REQUIRE(found->explanation);
  CHECK(says_related(*found->explanation));
  CHECK(found->explanation->value == Catch::Detail::Approx(found->score));
}

TEST_CASE("one word, or one that is known, is no company", "[related_words]") {
  REQUIRE(most_related("snorkel wetsuit") > 0.5);
  CHECK(most_related("snorkel") == 0);
  CHECK(most_related("snorkel xylophonist") == 0);
}

TEST_CASE("where something is called what was typed, no company is asked", "[related_words]") {
  REQUIRE(most_related("reef coral") > 0.5);
  CHECK(related("reef buoyancy").count("called-so") == 1);
  CHECK(most_related("reef buoyancy") == 0);
}

TEST_CASE("where a section is asked for, no company is asked", "[related_words]") {
  REQUIRE(most_related("snorkel wetsuit") > 0.5);
  CHECK_FALSE(related("snorkel wetsuit interview").empty());
  CHECK(most_related("snorkel wetsuit interview") == 0);
}

TEST_CASE("where pay is asked for, no company is asked", "[related_words]") {
  CHECK_FALSE(related("snorkel wetsuit salary").empty());
  CHECK(most_related("snorkel wetsuit salary") == 0);
}

TEST_CASE("passages are found by their own words", "[related_words]") {
  const auto found = related("snorkel wetsuit");
  REQUIRE(found.count("diving") == 1);
  CHECK(found.at("diving") > 0.5);
  REQUIRE(found.count("passage") == 1);
  CHECK(found.at("passage") == 0);
}

TEST_CASE("the order of sources changes no answer", "[related_words]") {
  Lines lines = many_subjects();
  std::reverse(lines.begin(), lines.end());
  const test::SmallIndex other(joined(lines));
  for (const std::string query : {"snorkel wetsuit", "ledger invoice", "reef taxation"}) {
    CAPTURE(query);
    const SearchAnswer one = explained(index(), query);
    const SearchAnswer two = explained(other, query);
    REQUIRE(test::ids_of(one) == test::ids_of(two));
    for (std::size_t i = 0; i < one.hits.size(); ++i) {
      CHECK(one.hits[i].score == two.hits[i].score);
      CHECK(one.hits[i].features == two.hits[i].features);
    }
  }
}

}  // namespace guidepost
