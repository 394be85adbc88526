// Words with two spellings.
#include "core/text/spellings.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {

TEST_CASE("one word and two are one spelling, in the plural too", "[spellings]") {
  struct Row {
    std::string word, first, second;
    SpellingKind kind;
  };
  const Row row = GENERATE(values<Row>({
      {"frontend", "front", "end", SpellingKind::compound},
      {"websites", "web", "site", SpellingKind::compound},
      {"cicd", "ci", "cd", SpellingKind::compound},
      {"javascript", "java", "script", SpellingKind::whole},
      {"airflow", "air", "flow", SpellingKind::whole},  // the first of the list
      {"youtube", "you", "tube", SpellingKind::whole},  // and the last
  }));
  CAPTURE(row.word);
  const auto spelling = spelling_of(row.word);
  REQUIRE(spelling);
  CHECK(spelling->first == row.first);
  CHECK(spelling->second == row.second);
  CHECK(spelling->kind == row.kind);
  CHECK(begins_spelling(row.first));
}

TEST_CASE("other words have one spelling", "[spellings]") {
  const auto* word = GENERATE("", "s", "front", "end", "frontends2", "zzz", "aaa", "carpet");
  CHECK_FALSE(spelling_of(word));
}

TEST_CASE("names that look like forms of words are known", "[spellings]") {
  CHECK(is_technical_name("redis"));
  CHECK(is_technical_name("reactjs"));
  CHECK_FALSE(is_technical_name("js"));
  CHECK_FALSE(is_technical_name("reds"));
}

}  // namespace guidepost
