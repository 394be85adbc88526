// What the table of the analyzer (analyzer_table_test.cpp) cannot show: sides, places, common words, and what an index is bound to.
#include "core/text/analyzer.h"

#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string terms(const std::string& text, Lexicon::Side side) {
  const Analyzer analyzer(test::small_lexicon());
  std::string row;
  for (const Token& token : analyzer.analyze(text, "en", side)) {
    row += (row.empty() ? "" : " ") + token.term;
  }
  return row;
}

}  // namespace

TEST_CASE("a query is read as a text is, but for the case of names", "[analyzer]") {
  CHECK(terms("go", Lexicon::Side::query) == "go USgo");
  CHECK(terms("go", Lexicon::Side::text) == "go");
  CHECK(terms("Kubernetes (k8s) deployments", Lexicon::Side::query) ==
        terms("Kubernetes (k8s) deployments", Lexicon::Side::text));
}

TEST_CASE("a token stands where its words stand", "[analyzer]") {
  const Analyzer analyzer(test::small_lexicon());
  const std::string text = "learn Node.js fast";
  const std::vector<Token> tokens = analyzer.analyze(text, "en", Lexicon::Side::text);
  REQUIRE(tokens.size() == 6);  // learn, node, nodejs, the skill, js, fast
  CHECK(tokens[0].range == ByteRange{0, 5});
  CHECK(tokens[1].range == ByteRange{6, 10});
  for (const std::size_t over_both : {std::size_t{2}, std::size_t{3}}) {
    CHECK(tokens[over_both].range == ByteRange{6, 13});
    CHECK(tokens[over_both].position == 1);
    CHECK(tokens[over_both].words == 2);
  }
  CHECK(tokens[4].position == 2);
  CHECK(tokens[5].position == 3);
}

TEST_CASE("two characters without a space between stand over their own bytes", "[analyzer]") {
  const Lexicon nothing;
  const std::vector<Token> tokens =
      Analyzer(nothing).analyze("\u8f6f\u4ef6\u5de5", "zh", Lexicon::Side::text);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].range == ByteRange{0, 6});
  CHECK(tokens[1].range == ByteRange{3, 9});
  CHECK(tokens[1].position == 1);
}

TEST_CASE("an analyzer forgets words and languages before they fill the memory", "[analyzer]") {
  const Lexicon nothing;
  const Analyzer analyzer(nothing);
  for (int i = 0; i < 50'000; ++i) {
    REQUIRE(analyzer.term_of("words" + std::to_string(i), "en") == "words" + std::to_string(i));
  }
  for (int i = 0; i < 200; ++i) {
    REQUIRE(analyzer.term_of("deployments", "x" + std::to_string(i)) == "deployments");
  }
  CHECK(analyzer.term_of("deployments", "en") == "deploy");
}

TEST_CASE("words too common to search are known", "[analyzer]") {
  const auto* common = GENERATE("the", "how", "a", "your", "vs", "i");
  CHECK(is_stop_word(common));
  const auto* telling = GENERATE("it", "or", "us", "go", "The", "", "interview");
  CHECK_FALSE(is_stop_word(telling));
}

TEST_CASE("what depends on how texts are read can be told", "[analyzer]") {
  const std::string description = analyzer_description();
  CHECK(description == analyzer_description());
  CHECK(description.starts_with("analyzer " + std::to_string(analyzer_version)));
  CHECK(description.find("\ngerman: ") != std::string::npos);
  CHECK(description.find(" entwickler@") != std::string::npos);
}

}  // namespace guidepost
