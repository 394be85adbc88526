// Synonyms in whole answers: found, below what was typed, marked, reported.
#include "core/search/interpreter.h"
#include "core/search/posting_executor.h"
#include "core/search/term_statistics.h"
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using Texts = std::vector<std::string>;

const std::string rules =
    "- salary => pay, remuneration\n"
    "- [cv, curriculum vitae]\n"
    "- work from home => remote, telework at large\n"
    "- wobbly => Kubernetes\n";

const test::SmallIndex& index() {
  // "salary" is common and "remuneration" rare: what is rare must not come first for that.
  std::string lines =
      test::line("pay", "passage", "Talk", "Ask for the pay of a keeper.") +
      test::line("rare", "passage", "Talk", "Ask for the remuneration of a keeper.") +
      test::line("cv", "passage", "Paper", "Send a cv to the keeper.") +
      test::line("vitae", "passage", "Paper", "Send a curriculum vitae to the keeper.") +
      test::line("vita", "passage", "Paper", "Vitae of saints, a curriculum of monks.") +
      test::line("remote", "passage", "Places", "A remote lighthouse.") +
      test::line("telework", "passage", "Places", "Some telework at large.") +
      test::line("home", "passage", "Places", "You work from home here.") +
      test::line("kubernetes", "skill", "Kubernetes", "Containers.");
  for (int i = 0; i < 20; ++i) {
    lines += test::line("salary" + std::to_string(i), "passage", "Talk",
                        "Ask for the salary of a keeper.");
  }
  static const test::SmallIndex small(lines, rules);
  return small;
}

SearchAnswer search(const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.limit = SearchRequest::max_limit;
  return index().search(request);
}

bool has(const SearchAnswer& answer, const std::string& id) {
  const Texts ids = test::ids_of(answer);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The marked parts of the snippet of a hit.
Texts marked(const SearchAnswer& answer, const std::string& id) {
  Texts parts;
  for (const Hit& hit : answer.hits) {
    if (hit.id != id) continue;
    for (const ByteRange& range : hit.snippet_highlights) {
      parts.push_back(hit.snippet.substr(range.begin, range.end - range.begin));
    }
  }
  return parts;
}

}  // namespace

TEST_CASE("a synonym is found below what was typed, however rare it is, and marked", "[synonyms]") {
  const SearchAnswer answer = search("salary");
  const Texts ids = test::ids_of(answer);
  REQUIRE(ids.size() == 22);
  for (std::size_t i = 0; i < 20; ++i) CHECK(ids[i].starts_with("salary"));
  CHECK(marked(answer, "pay") == Texts{"pay"});
  CHECK(marked(answer, "rare") == Texts{"remuneration"});
  REQUIRE(answer.interpretation.synonyms.size() == 1);
  CHECK(answer.interpretation.synonyms[0].text == "salary");
  CHECK(answer.interpretation.synonyms[0].meanings == Texts{"pay", "remuneration"});
}

TEST_CASE("in the plan a rare synonym is worth no more than the common word that was typed",
          "[synonyms]") {
  const PostingExecutor executor(index().generation());
  const Analyzer analyzer(index().generation().lexicon);
  const auto frequency = [&](const std::string& term) { return executor.frequency(term); };
  const Interpreter interpreter(index().generation(), analyzer, frequency);
  const Reading reading = interpreter.read("salary", Typing::finished);
  REQUIRE(reading.plan.required.size() == 1);
  const std::vector<Alternative>& ways = reading.plan.required[0].alternatives;
  REQUIRE(ways.size() == 3);
  const auto worth = [&](const Alternative& way) {
    return way.trust *
           inverse_document_frequency(static_cast<double>(executor.document_count()),
                                      static_cast<double>(frequency(way.terms.front())));
  };
  for (std::size_t i = 1; i < ways.size(); ++i) {
    CAPTURE(ways[i].terms.front());
    CHECK(worth(ways[i]) < 0.71 * worth(ways[0]));
  }
}

TEST_CASE("one way is one way", "[synonyms]") { CHECK_FALSE(has(search("pay"), "salary0")); }

TEST_CASE("several words mean one, and one means several in a row", "[synonyms]") {
  const SearchAnswer paper = search("cv");
  CHECK(paper.hits.front().id == "cv");
  CHECK(has(paper, "vitae"));
  CHECK_FALSE(has(paper, "vita"));  // not in a row
  CHECK(has(search("curriculum vitae"), "cv"));
  const SearchAnswer places = search("work from home");
  CHECK(places.hits.front().id == "home");
  CHECK(has(places, "remote"));
  CHECK(has(places, "telework"));
  CHECK(marked(places, "remote") == Texts{"remote"});
}

TEST_CASE("a query may have several synonyms", "[synonyms]") {
  const SearchAnswer answer = search("cv salary keeper work from home");
  CHECK(answer.interpretation.synonyms.size() == 3);
}

TEST_CASE("words that only a rule knows are not corrected", "[synonyms]") {
  const SearchAnswer answer = search("wobbly");
  CHECK_FALSE(answer.did_you_mean);
  CHECK(answer.match == MatchQuality::all);
  CHECK(answer.hits.front().id == "kubernetes");
}

TEST_CASE("quotation marks and a minus mean the words themselves", "[synonyms]") {
  CHECK_FALSE(has(search("\"cv\""), "vitae"));
  CHECK(has(search("keeper -salary"), "pay"));
  CHECK_FALSE(has(search("keeper -salary"), "salary0"));
}

}  // namespace guidepost
