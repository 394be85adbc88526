// Words the index does not hold, and what they were meant to be.
#include "core/search/speller.h"

#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {
namespace {

const Dictionary& career_dictionary() {
  static const Dictionary dictionary({{"kubernetes", 40},
                                      {"interview", 90},
                                      {"python", 60},
                                      {"sql", 70},
                                      {"design", 50},
                                      {"resign", 80},
                                      {"salary", 20},
                                      {"celery", 30},
                                      {"manager", 10},
                                      {"managed", 25},
                                      {"java", 9},
                                      {"resume", 33}});
  return dictionary;
}

struct Row {
  std::string typed;
  std::optional<std::string> meant;
};

}  // namespace

TEST_CASE("a misspelt word is corrected to the most likely one", "[speller]") {
  const Row row = GENERATE(values<Row>({
      {"kuberntes", "kubernetes"},    // a letter missing
      {"kubernettes", "kubernetes"},  // one too many
      {"interveiw", "interview"},     // two swapped
      {"interwiev", "interview"},     // two wrong: long words may have two
      {"pyhton", "python"},
      {"pythn", "python"},
      {"jaba", "java"},
      {"desing", "design"},
      {"salery", "salary"},  // not celery, which is more frequent: the first letter is rarely wrong
      {"managet", "managed"},  // as near as manager, and more frequent
      {"resum", "resume"},
  }));
  CAPTURE(row.typed);
  CHECK(Speller(career_dictionary()).correct(row.typed) == row.meant);
}

TEST_CASE("a word is left alone where a correction would be a guess", "[speller]") {
  const auto* typed = GENERATE("", "s", "sqk",       // too short
                               "k8sz", "java9",      // digits: a name
                               "pyhtno", "mxnagxr",  // two edits in a short word
                               "xavascripting",      // nothing like it
                               "besign",             // a wrong first letter counts double
                               "ubernets");          // three with the first letter
  CAPTURE(typed);
  CHECK_FALSE(Speller(career_dictionary()).correct(typed));
}

TEST_CASE("two characters cut from a run are no misspelling of others", "[speller]") {
  const Dictionary words({{"\u8f6f\u4ef6", 9}});
  CHECK_FALSE(Speller(words).correct("\u8f6f\u4ef7"));
}

TEST_CASE("a long word may even begin wrong", "[speller]") {
  CHECK(Speller(career_dictionary()).correct("jubernetes") == "kubernetes");
  CHECK_FALSE(Speller(career_dictionary()).correct("jubernets"));  // and one edit more
}

TEST_CASE("the word with the right first letter is found however many others are more frequent",
          "[speller]") {
  std::map<std::string, std::uint32_t> words{{"bats", 1}};
  for (char first = 'c'; first <= 'z'; ++first) words[std::string(1, first) + "ate"] = 100;
  const Dictionary dictionary(words);
  CHECK(Speller(dictionary).correct("bate") == "bats");
}

TEST_CASE("a word that is two is split, unless one edit makes it one", "[speller]") {
  const Dictionary dictionary({{"machine", 30},
                               {"learning", 40},
                               {"mac", 50},
                               {"hinelearning", 1},
                               {"managers", 5},
                               {"manager", 9}});
  const Speller speller(dictionary);
  CHECK(speller.correct("machinelearning") == "machine learning");  // not the rarer pair
  CHECK(speller.correct("managerss") == "managers");
  CHECK_FALSE(speller.split("machinexlearning"));
  CHECK_FALSE(speller.split("maclearnin"));
}

TEST_CASE("two words that are one are joined", "[speller]") {
  const Speller speller(career_dictionary());
  CHECK(speller.join("kuber", "netes") == "kubernetes");
  CHECK_FALSE(speller.join("kuber", "nets"));
  CHECK_FALSE(speller.join(std::string(60, 'a'), std::string(60, 'b')));
}

TEST_CASE("words that are too long to be a slip are left alone", "[speller]") {
  const std::string longest(40, 'a');
  const Dictionary dictionary({{longest, 1}});
  CHECK_FALSE(Speller(dictionary).correct(longest + "b"));
}

TEST_CASE("without words nothing is corrected", "[speller]") {
  const Dictionary dictionary;
  CHECK_FALSE(Speller(dictionary).correct("kuberntes"));
}

TEST_CASE("a correction replaces its words and leaves everything else", "[speller]") {
  const std::string query = "k8s interveiw \"kuberntes\" -go";
  const DidYouMean meant = did_you_mean(
      query, {{"kuberntes", "kubernetes", {15, 24}}, {"interveiw", "interview", {4, 13}}});
  CHECK(meant.text == "k8s interview \"kubernetes\" -go");
  REQUIRE(meant.changes.size() == 2);
  CHECK(meant.changes[0].from == "interveiw");
  CHECK(meant.changes[1].to == "kubernetes");
  for (const WordChange& change : meant.changes) {
    CHECK(meant.text.substr(change.at.begin, change.at.end - change.at.begin) == change.to);
  }
}

TEST_CASE("corrections of other lengths keep their places right", "[speller]") {
  const DidYouMean meant =
      did_you_mean("a b c", {{"a", "alpha", {0, 1}}, {"b", "", {2, 3}}, {"c", "gamma", {4, 5}}});
  CHECK(meant.text == "alpha  gamma");
  CHECK(meant.changes[0].at == ByteRange{0, 5});
  CHECK(meant.changes[1].at == ByteRange{6, 6});
  CHECK(meant.changes[2].at == ByteRange{7, 12});
}

TEST_CASE("without changes a query means itself", "[speller]") {
  const DidYouMean meant = did_you_mean("as typed", {});
  CHECK(meant.text == "as typed");
  CHECK(meant.changes.empty());
}

}  // namespace guidepost
