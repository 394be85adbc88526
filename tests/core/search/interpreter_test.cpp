// What queries mean, end to end over a small real index: what is understood, and what is found.
#include "core/search/interpreter.h"

#include "support/dice.h"
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using Texts = std::vector<std::string>;

const test::SmallIndex& index() {
  static const test::SmallIndex small(
      test::line("python", "skill", "Python", "A language for snakes.") +
      test::line("java", "skill", "Java", "A language for coffee.") +
      test::line("sql", "skill", "SQL", "A language for tables.") +
      test::line("data-engineer", "guide", "Data Engineer", "Moves data with python and sql.",
                 R"(, "family": "data", "level": ["junior", "senior"])") +
      test::line("nurse", "guide", "Nurse", "Cares for patients on the ward.",
                 R"(, "family": "healthcare", "level": ["junior", "lead"])") +
      test::line("p1", "passage", "Tables", "Draw tables before the interview on a whiteboard.") +
      test::line("p2", "passage", "Snakes", "Feed snakes on a quiet whiteboard.") +
      test::line("p3", "passage", "Coffee", "Drink coffee before the interview.") +
      test::line("p4", "passage", "Wards", "A quiet ward has snakes and coffee."));
  return small;
}

std::set<std::string> found(const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.limit = SearchRequest::max_limit;
  const Texts ids = test::ids_of(index().search(request));
  return {ids.begin(), ids.end()};
}

Texts ids_of(const std::vector<ReadName>& names) {
  Texts ids;
  for (const ReadName& name : names) ids.push_back(name.id);
  return ids;
}

Interpretation read(const std::string& text) { return index().search(text).interpretation; }

/// Every attempt as what was kept and given up and how much it found, whatever the order within.
std::set<std::string> steps_of(const Interpretation& read) {
  std::set<std::string> rows;
  for (const RelaxationStep& step : read.steps) {
    const std::set<std::string> kept(step.required.begin(), step.required.end());
    std::string row;
    for (const std::string& word : kept) row += word + " ";
    rows.insert(row + "| " + std::to_string(step.total));
  }
  return rows;
}

}  // namespace

TEST_CASE("alternatives are found with one of them, and reported", "[interpreter]") {
  const Interpretation either = read("snakes OR coffee");
  CHECK(either.any_of == std::vector<Texts>{{"snakes", "coffee"}});
  CHECK(either.steps.front().required == Texts{"snakes OR coffee"});
  const auto all = found("snakes OR coffee");
  CHECK(all.contains("p2"));
  CHECK(all.contains("p3"));
  CHECK(all.contains("p4"));
  const auto answer = index().search("quiet snakes OR ward");
  CHECK(answer.interpretation.steps.front().required == Texts{"quiet", "snakes OR ward"});
  CHECK(answer.interpretation.steps.front().total >= 2);  // p2 and p4
  CHECK(read("zzz b OR c OR d").any_of == std::vector<Texts>{{"b", "c", "d"}});
  CHECK(read("b OR c zzz OR d").any_of == std::vector<Texts>{{"b", "c"}, {"zzz", "d"}});
}

TEST_CASE("only the word that was mistyped is reported as corrected", "[interpreter]") {
  const auto rows = [](const std::string& text) {
    Texts words;
    for (const ReadWord& word : read(text).words) {
      words.push_back(word.text + (word.how == WordReading::corrected ? " > " : " = ") +
                      word.read_as);
    }
    return words;
  };
  CHECK(rows("snakes snakse") == Texts{"snakes = snakes", "snakse > snakes"});
  CHECK(rows("snakse snakes") == Texts{"snakse > snakes", "snakes = snakes"});
  CHECK(rows("the snakes \"tables\" snakse coffee cofee") ==
        Texts{"the = the", "snakes = snakes", "snakse > snakes", "coffee = coffee",
              "cofee > coffee"});
  CHECK(rows("coffeesnakes snakse").back() == "snakse > snakes");
}

TEST_CASE("a filter that there is no value for is words, corrected and looked for like others",
          "[interpreter]") {
  const SearchAnswer answer = index().search("skill:pyhton tables");
  REQUIRE(answer.did_you_mean);
  CHECK(answer.did_you_mean->text == "skill:python tables");
  REQUIRE(answer.did_you_mean->changes.size() == 1);
  CHECK(answer.did_you_mean->changes[0].at == ByteRange{6, 12});
  CHECK(answer.interpretation.filters.empty());
  CHECK(ids_of(answer.interpretation.skills) == Texts{"python"});
  CHECK_FALSE(found("skill:pyhton").empty());

  const SearchAnswer nothing = index().search("skill:zzqxvw");
  CHECK(nothing.match == MatchQuality::nearest);
  REQUIRE(nothing.nearest);
  CHECK_FALSE(nothing.nearest->skills.empty());

  CHECK(index().search("skill:python").interpretation.filters.size() == 1);
  CHECK(found("whiteboard -skill:pyhton") == found("whiteboard"));
}

TEST_CASE("a list is found with any of its items, and more of them come first", "[interpreter]") {
  const auto answer = index().search("python, sql, java");
  CHECK(answer.interpretation.any_of == std::vector<Texts>{{"python", "sql", "java"}});
  CHECK(answer.match == MatchQuality::all);
  const auto all = found("python, sql, java");
  for (const auto* id : {"python", "sql", "java", "data-engineer"}) CHECK(all.contains(id));
  CHECK(read("python, sql").any_of.size() == 1);  // two names are a list
  CHECK(read("snakes, coffee").any_of.empty());   // two words are not
  CHECK(read("snakes, coffee, ward").any_of.size() == 1);
  CHECK(read("dear sir or madam, i write to you, please, answer").any_of.empty());
}

TEST_CASE("levels and families that the index has are recognised outside names", "[interpreter]") {
  CHECK(ids_of(read("entry level nurse").levels) == Texts{"junior"});
  CHECK(ids_of(read("Senior python").levels) == Texts{"senior"});
  CHECK(ids_of(read("lead nurse").levels) == Texts{"lead"});
  CHECK(read("lead the ward").levels.empty());  // a verb
  CHECK(read("intern").levels.empty());         // no such level here
  CHECK(ids_of(read("healthcare jobs").families) == Texts{"healthcare"});
  CHECK(read("data engineer").families.empty());  // a role
  CHECK(ids_of(read("data jobs").families) == Texts{"data"});
  CHECK(read("senior senior").levels.size() == 1);
  // They are no filters: other levels are found as well.
  CHECK(found("senior nurse").contains("nurse"));
}

TEST_CASE("corrections are reported with where they stand", "[interpreter]") {
  const auto answer = index().search("quiet whiteborad");
  REQUIRE(answer.did_you_mean);
  CHECK(answer.did_you_mean->text == "quiet whiteboard");
  REQUIRE(answer.did_you_mean->changes.size() == 1);
  CHECK(answer.did_you_mean->changes[0].at == ByteRange{6, 16});
  CHECK(answer.hits.front().id == "p2");
  const auto split = index().search("quietsnakes");
  REQUIRE(split.did_you_mean);
  CHECK(split.did_you_mean->text == "quiet snakes");
  CHECK(split.interpretation.words[0].how == WordReading::corrected);
  const auto joined = index().search("white board");
  REQUIRE(joined.did_you_mean);
  CHECK(joined.did_you_mean->text == "whiteboard");
  CHECK_FALSE(index().search("quiet whiteboard").did_you_mean);
  CHECK_FALSE(index().search("\"quiet whiteborad\"").did_you_mean);  // quoted is meant
}

TEST_CASE("the order in which words are typed changes neither steps nor hits", "[interpreter]") {
  Texts words{"coffee", "quiet", "snakes", "tables"};
  const auto text = [&] { return words[0] + " " + words[1] + " " + words[2] + " " + words[3]; };
  const auto hits = found(text());
  const auto steps = steps_of(read(text()));
  CHECK(steps.size() > 1);
  while (std::next_permutation(words.begin(), words.end())) {
    CAPTURE(text());
    REQUIRE(found(text()) == hits);
    REQUIRE(steps_of(read(text())) == steps);
  }
}

TEST_CASE("any bytes are a query", "[interpreter]") {
  test::Dice dice(29);
  const std::vector<std::string> pieces{
      "\"",     "-",      " ",    ":",      "role:", "skill:", "OR",  ",",
      "python", "snakes", "\xff", "\u201c", "é",     "日本",   "c++", "data engineer",
      " OR ",   ", ",     "a",    "(",      ")",     "snaeks", "\t"};
  for (int round = 0; round < 1500; ++round) {
    const std::string query = dice.text(pieces, 0, 40);
    CAPTURE(query);
    const SearchAnswer answer = index().search(query);
    REQUIRE(answer.query.size() <= SearchRequest::max_text_bytes);
    REQUIRE(answer.total > 0);  // never an empty page
  }
}

}  // namespace guidepost
