// How near a name is to a query. All words weigh the same here, so a share of a name is a share of its words.
#include "core/search/name_scorer.h"

#include "core/search/ranking.h"
#include "support/dice.h"
#include "support/document_names.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::name_index;

/// Each word with its own term alone, and as initials where it could be some.
std::vector<QueryWord> typed(const std::string& query, const NameIndex& names) {
  const Lexicon nothing;
  std::vector<QueryWord> words;
  for (const NameWord& word : name_words(query, "en", Analyzer(nothing))) {
    const std::size_t length = word.folded.size();
    words.push_back({word.folded, {{word.term, 1}}, names.idf_of(1), length >= 2 && length <= 5});
  }
  return words;
}

NameMatch match(const std::string& query, const std::string& name) {
  const NameIndex names = name_index({{name}});
  const std::vector<QueryWord> words = typed(query, names);
  return NameScorer(names, words).match(0);
}

struct Row {
  std::string query;
  std::string name;
  double similarity;
};

bool is_share(double value) { return value >= 0 && value <= 1; }

}  // namespace

TEST_CASE("a name is as similar as each covers the other", "[name_scorer]") {
  const Row row = GENERATE(values<Row>({
      {"software developer", "Software Developer", 1},
      {"softwares developers", "The software developer", 1},  // empty words and endings
      {"developer software", "Software Developer", 1},
      {"software", "Software Developer", std::sqrt(0.5)},
      {"senior software developer", "Developer", std::sqrt(1.0 / 3)},
      {"software engineer", "Software Developer", 0.5},
      {"accountant", "Software Developer", 0},
      {"", "Software Developer", 0},
  }));
  CAPTURE(row.query, row.name);
  CHECK(match(row.query, row.name).similarity == Approx(row.similarity));
}

TEST_CASE("initials stand for the words, nearly as well, whichever side has them",
          "[name_scorer]") {
  const Row row = GENERATE(values<Row>({
      {"cna", "Certified Nursing Assistant", 0.9},
      {"certified nursing assistant", "CNA", 0.9},
      {"iac", "Infrastructure as Code", 0.9},  // counting the empty word
      {"ic", "Infrastructure as Code", 0.9},   // not counting it
      {"cna course", "Certified Nursing Assistant", std::sqrt(0.9 / 2 * 0.9)},
      {"na", "Certified Nursing Assistant", std::sqrt(0.9 * 0.9 * 2 / 3)},
      {"ca", "Certified Nursing Assistant", 0},
      {"cnas", "Certified Nursing Assistant", 0},
  }));
  CAPTURE(row.query, row.name);
  CHECK(match(row.query, row.name).similarity == Approx(row.similarity));
}

TEST_CASE("a word that cannot be initials is none", "[name_scorer]") {
  const NameIndex names = name_index({{"Certified Nursing Assistant"}});
  std::vector<QueryWord> words = typed("cna", names);
  words[0].may_be_initials = false;
  CHECK(NameScorer(names, words).match(0).similarity == 0);
}

TEST_CASE("a name written together, or apart, is the same name", "[name_scorer]") {
  const Row row = GENERATE(values<Row>({
      {"node js", "NodeJS", 1},
      {"nodejs", "Node.js", 1},
      {"data base admin", "Database admin", 1},
      {"nodej", "Node.js", 0},
      {"nodejsx", "Node.js", 0},
  }));
  CAPTURE(row.query, row.name);
  CHECK(match(row.query, row.name).similarity == Approx(row.similarity));
}

TEST_CASE("a word made of the beginnings of the other side's words is nearly the name",
          "[name_scorer]") {
  const Row row = GENERATE(values<Row>({
      {"windows forms", "WinForms", ranking::trust::short_form},
      {"google mail", "Gmail", ranking::trust::short_form},
      {"windows forms", "WinFormsX", 0},
      {"windows forms", "Win", 0},  // one of them
  }));
  CAPTURE(row.query, row.name);
  CHECK(match(row.query, row.name).similarity == Approx(row.similarity));
}

TEST_CASE("only a word that nothing has is read as a short form", "[name_scorer]") {
  const NameIndex names = name_index({{"Common Workflow Language"}});
  std::vector<QueryWord> words = typed("commonwl", names);
  CHECK(NameScorer(names, words).match(0).similarity == 0);
  words[0].ways.clear();
  CHECK(NameScorer(names, words).match(0).similarity == Approx(ranking::trust::short_form));
}

TEST_CASE("initials are told by the words that names abbreviate", "[name_scorer]") {
  const NameIndex names =
      name_index({{"Certified Nursing Assistant CNA", "CMA Certified Medical Aide"},
                  {"Certified Press Operator"},
                  {"Cut Press Operator"},
                  {"Big Cut Press Operator"}});
  const auto abbreviated = [&](const std::string& query, std::uint32_t name) {
    return NameScorer(names, typed(query, names)).match(name).abbreviated;
  };
  CHECK(abbreviated("cpo", 2) > abbreviated("cpo", 3));
  CHECK(abbreviated("cpo", 3) > 0);
  CHECK(abbreviated("cpo", 4) == 0);      // not all of it
  CHECK(abbreviated("cpo big", 3) == 0);  // not the only word
}

TEST_CASE("where no name says both forms nothing is known of initials", "[name_scorer]") {
  CHECK(match("cna", "Certified Nursing Assistant").abbreviated == 0);
}

TEST_CASE("a stand-in counts as far as it is trusted", "[name_scorer]") {
  const NameIndex names = name_index({{"Support technician"}, {"Tech support"}});
  std::vector<QueryWord> words = typed("tech support", names);
  words[0].ways.push_back({"technician", 0.6});
  const NameScorer scorer(names, words);
  CHECK(scorer.match(0).similarity == Approx(0.8));  // (0.6 + 1) / 2 of either
  CHECK(scorer.match(1).similarity == 1);
}

TEST_CASE("neighbours, the last word and the first are told apart from similarity",
          "[name_scorer]") {
  struct Places {
    std::string query;
    double pairs, last, first;
  };
  const Places row = GENERATE(values<Places>({
      {"senior software developer", 1, 1, 1},
      {"software developer", 1, 1, 0},
      {"senior software", 1, 0, 1},
      {"senior developer", 0, 1, 1},
      {"senior software architect", 0.5, 0, 1},
      {"developer senior", 0, 0, 0},
      {"developer", 0, 1, 0},
      {"senior", 0, 0, 1},
      {"architect", 0, 0, 0},
  }));
  CAPTURE(row.query);
  const NameMatch found = match(row.query, "Senior software developer");
  CHECK(found.pairs == row.pairs);
  CHECK(found.last == row.last);
  CHECK(found.first == row.first);
}

TEST_CASE("of two names with the same words, the one in order is the better", "[name_scorer]") {
  CHECK(match("software developer", "Software developer").rank() >
        match("software developer", "Developer software").rank());
}

TEST_CASE("names that share something are touched, those that share more are higher",
          "[name_scorer]") {
  const NameIndex names = name_index({{"Software developer"},
                                      {"Software tester"},
                                      {"Accountant"},
                                      {"SD"},
                                      {"Software sales in the region"}});
  const std::vector<QueryWord> words = typed("software developer", names);
  std::vector<std::uint32_t> touched{99};
  const std::vector<float> shares = NameScorer(names, words).overlaps(touched);
  std::sort(touched.begin(), touched.end());
  CHECK(touched == std::vector<std::uint32_t>{0, 1, 3, 4});
  CHECK(shares[0] > shares[1]);
  CHECK(shares[1] > shares[4]);  // against its own length
  CHECK(shares[2] == 0);
}

TEST_CASE(
    "whatever the names and the query, every share is a share, and every name is touched once",
    "[name_scorer]") {
  test::Dice dice(41);
  const std::vector<std::string> vocabulary{"a",   "ab",  "abc", "b c", "cab",  "b",
                                            "bca", "the", "&",   "c",   "abca", "\u044f\u0431"};
  const auto text = [&] {
    std::string made;
    for (std::size_t i = 1 + dice.roll(9); i != 0; --i) made += dice.text(vocabulary, 1, 1) + " ";
    return made;
  };
  std::vector<std::vector<std::string>> documents;
  for (int i = 0; i < 60; ++i) documents.push_back({text(), text()});
  NameIndexBuilder builder(name_index(documents));
  builder.add(100, NameOwner::page, {{"", std::vector<std::string>(40, "ab"), ""}});
  const NameIndex names = std::move(builder).finish(
      61, [](const std::string& term) { return static_cast<std::uint32_t>(term.size() * 9); });

  for (int round = 0; round < 200; ++round) {
    std::vector<QueryWord> words = typed(text(), names);
    while (round % 20 == 0 && words.size() < 40) words.push_back({"ab", {{"ab", 1}}, 2, true});
    for (QueryWord& word : words) {
      word.idf = 0.1 * static_cast<double>(1 + dice.roll(50));
      word.ways.push_back(
          {dice.text(vocabulary, 1, 1), 0.1 * static_cast<double>(1 + dice.roll(9))});
    }
    const NameScorer scorer(names, words);
    std::vector<std::uint32_t> touched;
    const std::vector<float> shares = scorer.overlaps(touched);
    const auto shared =
        std::count_if(shares.begin(), shares.end(), [](float share) { return share > 0; });
    std::sort(touched.begin(), touched.end());
    REQUIRE(std::adjacent_find(touched.begin(), touched.end()) == touched.end());
    REQUIRE(touched.size() == static_cast<std::size_t>(shared));
    for (std::uint32_t name = 0; name < names.size(); ++name) {
      const NameMatch found = scorer.match(name);
      REQUIRE(is_share(found.similarity));
      REQUIRE(is_share(found.pairs));
      REQUIRE(is_share(found.last));
      REQUIRE(is_share(found.first));
    }
  }
}

TEST_CASE("a name is equal to itself", "[name_scorer]") {
  test::Dice dice(43);
  const std::vector<std::string> vocabulary{"ab ", "abc ", "cab ", "c ", "of ", "b "};
  for (int round = 0; round < 200; ++round) {
    const std::string name = dice.text(vocabulary, 1, 8);
    CAPTURE(name);
    REQUIRE(match(name, name).similarity == 1);
  }
}

}  // namespace guidepost
