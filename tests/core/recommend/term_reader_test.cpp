// Texts as numbered terms.
#include "core/recommend/term_reader.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

TEST_CASE("forms of a word are one term, and words that tell nothing are none", "[term_reader]") {
  TermReader reader;
  const TermText a = reader.read("developing the services", "en");
  const TermText b = reader.read("Development of a service", "en");
  REQUIRE(a.words.size() == 2);
  CHECK(a.words == b.words);
}

TEST_CASE("words written together are one more term", "[term_reader]") {
  TermReader reader;
  const TermText apart = reader.read("front-end", "en");
  const TermText joined = reader.read("frontend", "en");
  CHECK(apart.words.size() == 2);
  REQUIRE(apart.joined.size() == 1);
  REQUIRE(joined.words.size() == 1);
  CHECK(apart.joined[0] == joined.words[0]);
}

TEST_CASE("letters are read in runs of four, word borders among them", "[term_reader]") {
  TermReader reader;
  CHECK(reader.letters("Go").size() == 1);
  CHECK(reader.letters("go") == reader.letters("GO"));
  CHECK(reader.letters("react") != reader.letters("redux"));
  CHECK(reader.letters("C").size() == 1);
  CHECK(reader.letters("").empty());
  CHECK(reader.letters("\xff\xfe").empty());
}

}  // namespace
}  // namespace guidepost
