// Whole answers in which one rule of the ranking decides.
#include "core/search/ranking.h"
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using Catch::Detail::Approx;

std::string first_of(const SearchAnswer& answer) {
  return answer.hits.empty() ? "" : answer.hits.front().id;
}

}  // namespace

TEST_CASE("words that a filter leaves nothing of are given up for others", "[search_accuracy]") {
  std::string lines;
  for (const std::string id : {"a", "b", "c"}) {
    lines += test::line(id, "skill", "Regeneration " + id, "A manager may know it.");
    lines += test::line("guide-" + id, "guide", "Plant manager " + id, "Looks after plants.");
  }
  const test::SmallIndex index(lines);
  SearchRequest request;
  request.text = "regeneration manager";
  request.filters = {{FacetField::type, "guide"}};
  request.sort = Sort::title;  // by words alone
  const SearchAnswer answer = index.search(request);
  CHECK(answer.match == MatchQuality::partial);
  CHECK(answer.total == 3);
}

TEST_CASE("an explanation adds up although words were given up", "[search_accuracy]") {
  std::string words;  // with their titles, more than are read
  for (char letter = 'a'; letter < 'a' + 16; ++letter) {
    for (const char* ending : {"ka", "ko"}) words += std::string(1, letter) + ending + " ";
  }
  words.resize(words.size() - 4);
  std::string lines;
  for (const std::string id : {"a", "b", "c"}) {
    lines += test::line(id, "guide", words + id, id == "a" ? "Of leaves." : "With a rake.");
  }
  for (int i = 0; i < 10; ++i) {  // common, so given up first
    lines += test::line("p" + std::to_string(i), "passage", "Gardening", "Of leaves.");
  }
  const test::SmallIndex index(lines);
  SearchRequest request;
  request.text = words + "leaves";
  request.sort = Sort::title;
  request.explain = Explain::yes;
  const SearchAnswer answer = index.search(request);
  REQUIRE(answer.match == MatchQuality::partial);
  REQUIRE(answer.hits.size() == 3);
  for (const Hit& hit : answer.hits) {
    CAPTURE(hit.id);
    REQUIRE(hit.explanation);
    CHECK(hit.explanation->value == Approx(hit.score));
  }
}

TEST_CASE("a label that is the query but for a slip comes before longer names",
          "[search_accuracy]") {
  std::string lines = test::line("policy", "guide", "Policy officer", "Writes.");
  lines += test::line("education", "guide", "Education policy officer", "Writes.",
                      R"(, "aliases": ["Policy officer", "Officer of policy",)"
                      R"( "Policy officer in schools", "Schools policy officer"])");
  const test::SmallIndex index(lines);
  const SearchAnswer answer = index.search("polocy officer");
  CHECK(first_of(answer) == "policy");
}

TEST_CASE("a known word that is likelier another is offered as that, and searched as typed",
          "[search_accuracy]") {
  std::string lines = test::line("slip", "guide", "Advisor", "About enegry once.");
  for (int i = 0; i < 60; ++i) {
    lines += test::line("e" + std::to_string(i), "passage", "Talk", "On energy and rain.");
  }
  const test::SmallIndex index(lines);
  const SearchAnswer answer = index.search("-sun rain enegry");
  REQUIRE(answer.did_you_mean);
  CHECK(answer.did_you_mean->text == "-sun rain energy");
  REQUIRE(answer.did_you_mean->changes.size() == 1);
  CHECK(answer.did_you_mean->changes[0].at == ByteRange{10, 16});
  const SearchAnswer alone = index.search("enegry");
  CHECK(first_of(alone) == "slip");
  REQUIRE(alone.interpretation.words.size() == 1);
  CHECK(alone.interpretation.words[0].how == WordReading::typed);
  CHECK_FALSE(index.search("energy").did_you_mean);
  CHECK_FALSE(index.search("\"enegry\"").did_you_mean);  // quoted is meant
  // Beside a correction it would pass for one that was searched.
  const SearchAnswer corrected = index.search("enegry advisro");
  REQUIRE(corrected.did_you_mean);
  CHECK(corrected.did_you_mean->text == "enegry advisor");
}

TEST_CASE("a sentence is found by its words, not by a name that it holds", "[search_accuracy]") {
  const std::string claim = "Pyridostatin induces checkpoint activation";
  std::string lines =
      test::line("name", "guide", "Checkpoint", "Of roads.",
                 R"(, "aliases": ["Activation checkpoint", "Checkpoint activation"])");
  lines += test::line("text", "guide", "Telomeres", claim + " in cells, " + claim + ".");
  const test::SmallIndex index(lines);
  CHECK(first_of(index.search(claim)) == "name");
  CHECK(first_of(index.search(claim + ". ")) == "text");
  CHECK(first_of(index.search("Checkpoint activation.")) == "name");  // too short for a sentence
}

TEST_CASE("a title that ends in a full stop is still a name", "[search_accuracy]") {
  std::string lines = test::line("title", "guide", "Talk to people every day.", "Of work.");
  lines += test::line("text", "guide", "Work", "Talk to people.",
                      R"(, "aliases": ["People talk and talk every day", "Every day people talk",)"
                      R"( "A talk of people on every day"])");
  const test::SmallIndex index(lines);
  CHECK(first_of(index.search("Talk to people every day.")) == "title");
}

TEST_CASE("a level that the query names decides between equals", "[search_accuracy]") {
  const std::string title = "Data engineer in the senior years";
  const test::SmallIndex index(test::line("a", "guide", title, "Pipes.", R"(, "level": "junior")") +
                               test::line("b", "guide", title, "Pipes.", R"(, "level": "senior")"));
  CHECK(first_of(index.search("senior data engineer")) == "b");
}

TEST_CASE("a phrase that stands in for a word counts as the word", "[search_accuracy]") {
  const test::SmallIndex index(test::line("both", "passage", "Paper", "Send a curriculum vitae.") +
                                   test::line("apart", "passage", "Vitae", "Vitae curriculum."),
                               "- [cv, curriculum vitae]\n");
  SearchRequest request;
  request.text = "cv";
  request.explain = Explain::yes;
  const SearchAnswer answer = index.search(request);
  const std::vector<std::string> found = test::ids_of(answer);
  REQUIRE(std::find(found.begin(), found.end(), "apart") != found.end());
  const auto everywhere = [&](const std::string& id) {
    for (const Hit& hit : answer.hits) {
      if (hit.id != id) continue;
      return hit.features.at(static_cast<std::size_t>(ranking::Feature::everywhere));
    }
    return 0.0;
  };
  CHECK(everywhere("both") == Approx(ranking::trust::synonym));
  CHECK(everywhere("apart") == 0);
}

TEST_CASE("what stands in brackets is the label only where it says the name again",
          "[search_accuracy]") {
  std::string lines = test::line("assembly", "skill", "Assembly (computer programming)", "Code.");
  lines += test::line("programming", "skill", "Computer programming", "Code.");
  lines += test::line("rdf", "skill", "RDF (Resource Description Framework)", "Code.");
  const test::SmallIndex index(lines);
  const NameIndex& names = index.generation().titles;
  std::vector<std::string> labels;
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    if (names.is_label(name)) labels.emplace_back(names.text_of(name));
  }
  CHECK(std::find(labels.begin(), labels.end(), "assembly") != labels.end());
  CHECK(std::find(labels.begin(), labels.end(), "resource description framework") != labels.end());
  CHECK(std::count(labels.begin(), labels.end(), "computer programming") == 1);
}

TEST_CASE("a slip that the stem hides is corrected, a form that nobody wrote is not",
          "[search_accuracy]") {
  const test::SmallIndex index(test::line("engineer", "guide", "Engineer", "Builds an engine.") +
                               test::line("engine", "skill", "Engine", "An engine.") +
                               test::line("talks", "tip", "Talks", "They negotiate."));
  const SearchAnswer slip = index.search("enginer");
  REQUIRE(slip.did_you_mean);
  CHECK(slip.did_you_mean->text == "engineer");
  CHECK(first_of(slip) == "engineer");
  const SearchAnswer form = index.search("negotiates");
  CHECK_FALSE(form.did_you_mean);
  CHECK(first_of(form) == "talks");
}

}  // namespace guidepost
