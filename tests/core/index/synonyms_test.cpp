// Which expressions mean what else, as rows: the words that were found, then their meanings.
#include "core/index/synonyms.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

const Synonyms& synonyms() {
  static const Synonyms all({
      {{"salary"}, {"pay", "wage"}},
      {{"résumé", "cv", "curriculum vitae"}, {"résumé", "cv", "curriculum vitae"}},
      {{"work from home", "WFH"}, {"remote"}},
      {{"work"}, {"job"}},
      {{"pay"}, {"compensation"}},
      {{"pay"}, {"Compensation", "salary"}},
      {{"alone"}, {"alone", "Alone"}},
  });
  return all;
}

/// What the first expression of `text` is, at its first word.
std::string read(const std::string& text) {
  const std::vector<Word> words = words_of(text);
  const auto match = synonyms().longest_match(words, 0);
  if (!match) return "";
  std::string row = std::to_string(match->words) + ":";
  for (const std::string& meaning : match->meanings) row += " " + meaning + ",";
  row.pop_back();
  return row;
}

struct Row {
  std::string text;
  std::string read;
};

}  // namespace

TEST_CASE("an expression means what its rules say, the longest first", "[synonyms]") {
  const Row row = GENERATE(values<Row>({
      {"salary", "1: pay, wage"},
      {"salary of a nurse", "1: pay, wage"},
      {"wage", ""},                           // one way
      {"cv", "1: résumé, curriculum vitae"},  // both ways, never itself
      {"resume", "1: cv, curriculum vitae"},  // accents do not matter
      {"Curriculum Vitae", "2: résumé, cv"},  // nor does case
      {"curriculum", ""},                     // half of it is nothing
      {"work from home jobs", "3: remote"},   // not "work"
      {"work from", "1: job"},
      {"salaries", "1: pay, wage"},  // the plural of the last word
      {"wfh", "1: remote"},
      {"pay", "1: compensation, salary"},  // rules of one expression are joined, each meaning once
      {"alone", ""},
      {"nurse", ""},
  }));
  CAPTURE(row.text);
  CHECK(read(row.text) == row.read);
}

TEST_CASE("synonyms are the same when they were written and read", "[synonyms]") {
  const std::string bytes = synonyms().encode();
  const auto again = Synonyms::decode(bytes);
  REQUIRE(again);
  CHECK(again->encode() == bytes);
  CHECK(again->size() == synonyms().size());
  CHECK(Synonyms::decode(Synonyms().encode())->size() == 0);
}

TEST_CASE("damaged synonyms are an error", "[synonyms]") {
  const std::string bytes = synonyms().encode();
  CHECK_FALSE(Synonyms::decode(""));
  CHECK_FALSE(Synonyms::decode(bytes + "x"));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    REQUIRE_FALSE(Synonyms::decode(bytes.substr(0, length)));
  }
  // Not sorted: what is looked up by halves would not be found.
  std::string swapped = Synonyms({{{"a", "b"}, {"c"}}}).encode();
  std::swap(swapped[swapped.find('a')], swapped[swapped.find('b')]);
  CHECK_FALSE(Synonyms::decode(swapped));
  // A meaning without a word: what is searched for it would be nothing.
  std::string wordless = Synonyms({{{"cv"}, {"resume"}}}).encode();
  wordless.replace(wordless.find("resume"), 6, "!!!!!!");
  CHECK_FALSE(Synonyms::decode(wordless));
}

}  // namespace guidepost
