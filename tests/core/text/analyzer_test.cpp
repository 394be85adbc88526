// Text to terms, as rows. In a row every token is `term`, `term+` where words were written together, `=id` for a recognised name and
// `(term)` for a second form of a word.
#include "core/text/analyzer.h"

#include "core/text/utf8.h"
#include "support/dice.h"
#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string shown(const Token& token) {
  switch (token.kind) {
    case TokenKind::word:
      return token.term;
    case TokenKind::part:
      return "(" + token.term + ")";
    case TokenKind::joined:
      return token.term + "+";
    case TokenKind::unit:
      return "=" + token.term.substr(2);
  }
  return {};
}

std::string terms(const std::string& text, const std::string& language = "en",
                  Lexicon::Side side = Lexicon::Side::text) {
  const Analyzer analyzer(test::small_lexicon());
  std::string row;
  for (const Token& token : analyzer.analyze(text, language, side)) {
    row += (row.empty() ? "" : " ") + shown(token);
  }
  return row;
}

struct Row {
  std::string text;
  std::string terms;
};

}  // namespace

TEST_CASE("prose becomes stems", "[analyzer]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {"?!", ""},
      {"deployments", "deploy"},
      {"Deploying deployed deploys", "deploy deploy deploy"},
      {"interviews", "interview"},
      {"negotiating", "negoti"},
      {"Negotiations", "negoti =negotiation"},
      {"R\u00e9sum\u00e9s and resumes", "resum and resum"},
      {"Re\u0301sume\u0301", "resum"},
      {"O'Reilly's books", "oreilli book"},
      {"don't stop", "dont stop"},
      {"has gas bus", "has gas bus"},  // three letters are too few to cut
      {"5+ years", "5 year"},
      {"k8s2s b2bs", "k8s2s b2bs"},  // digits: a name, not a word of English
      {"the art of the deal", "the art of the deal"},
      {"bad\xff"
       "bytes",
       "bad byte"},
      {"\u2764\ufe0f SQL", "sql =sql"},
      {"\u65e5\u672c\u8a9e", "\u65e5\u672c\u8a9e"},
  }));
  CAPTURE(row.text);
  CHECK(terms(row.text) == row.terms);
}

TEST_CASE("names keep their words and say what they name", "[analyzer]") {
  const Row row = GENERATE(values<Row>({
      {"Kubernetes", "kubernetes =kubernetes"},
      {"Kubernetes (k8s) deployments", "kubernetes =kubernetes k8s =kubernetes deploy"},
      {"Postgres", "postgres =postgresql"},
      {"Rails", "rails =rails"},
      {"rail rails", "rail rails =rails"},
      {"Ruby on Rails", "rubi =rails on rails"},
      {"system design", "system =system-design design"},
      {"System designs", "system =system-design design"},
      {"designs", "design =design"},
      {"REST APIs", "rest =rest-apis api"},
      {"a REST API", "a rest =rest-apis api"},
      {"Backend Developers", "backend =backend-developer develop"},
      {"back end engineer", "back =backend-developer end engin"},
      {"C++", "c++ =c-plus-plus"},
      {"C# and F#", "c# =c-sharp and f#"},
      {"a+b", "a b"},
      {"we use Go", "we use go =go"},
      {"we go", "we go"},
      {"Go through it", "go through it"},
      {"Use R, Go and C.", "use r =r go =go and c =c"},
  }));
  CAPTURE(row.text);
  CHECK(terms(row.text) == row.terms);
}

TEST_CASE("what is written together is found apart and together", "[analyzer]") {
  const Row row = GENERATE(values<Row>({
      {"Node.js", "node nodejs+ =nodejs js"},
      {"NodeJS", "nodejs =nodejs"},
      {"node js", "node =nodejs js"},
      {"front-end", "front frontend+ end"},
      {"front end", "front end"},
      {"full-stack-team", "full fullstackteam+ stack team"},
      {"state-of-the-art", "state of the art"},  // four words: a phrase, not a spelling
      {"node_modules", "node nodemodul+ modul"},
      {"C++17", "c++ c++17+ =c-plus-plus 17"},
      {"C++17 & .NET", "c++ c++17+ =c-plus-plus 17 .net (net) =dotnet"},
      {"C/C++", "c cc+++ =c c++ =c-plus-plus"},
      {"learn C/C++", "learn c cc+++ =c c++ =c-plus-plus"},
      {".NET", ".net (net) =dotnet"},
      {"in .NET daily", "in .net (net) =dotnet daili"},
      {"ASP.NET", "asp aspnet+ =aspnet net"},
      {"CI/CD", "ci cicd+ =ci-cd cd"},
      {"TCP/IP", "tcp tcpip+ =tcp-ip ip"},
      {"R&D", "r rd+ d"},
      {"C-level", "c clevel+ level"},
      {"2.5", "2 25+ 5"},
  }));
  CAPTURE(row.text);
  CHECK(terms(row.text) == row.terms);
}

TEST_CASE("other languages have their own stems, and their words as typed", "[analyzer]") {
  CHECK(terms("H\u00e4user bauen", "de") == "(hauser) haus (bauen) bau");
  CHECK(terms("Python lernen", "de") == "python =python (lernen) lern");
  CHECK(terms("deployments", "xx") == "deployments");  // a language nobody knows
}

TEST_CASE("a query is read as a text is, but for the case of names", "[analyzer]") {
  CHECK(terms("go", "en", Lexicon::Side::query) == "go =go");
  CHECK(terms("go", "en", Lexicon::Side::text) == "go");
  CHECK(terms("Kubernetes (k8s) deployments", "en", Lexicon::Side::query) ==
        terms("Kubernetes (k8s) deployments"));
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

TEST_CASE("words too common to search are known", "[analyzer]") {
  const auto* common = GENERATE("the", "how", "a", "your", "vs", "i");
  CHECK(is_stop_word(common));
  const auto* telling = GENERATE("it", "or", "us", "go", "The", "", "interview");
  CHECK_FALSE(is_stop_word(telling));
}

TEST_CASE("whatever the bytes, tokens come by position and on character borders", "[analyzer]") {
  test::Dice dice(12);
  const Analyzer analyzer(test::small_lexicon());
  const std::vector<std::string> pieces{"node", ".",      "js",     " ",  "C", "++",
                                        "-",    "\u00e9", "\u0301", "Go", "/", "REST API",
                                        "s",    "\xff",   "\u65e5", "'",  "17"};
  for (int round = 0; round < 1500; ++round) {
    const std::string text = dice.once_in(3) ? dice.bytes(24) : dice.text(pieces, 0, 14);
    std::size_t last_position = 0;
    for (const Token& token : analyzer.analyze(text, "en", Lexicon::Side::text)) {
      REQUIRE(token.position >= last_position);
      REQUIRE(token.range.begin < token.range.end);
      REQUIRE(token.range.end <= text.size());
      REQUIRE_FALSE(token.term.empty());
      REQUIRE_FALSE(first_invalid_utf8(token.term));
      if (token.words == 1) {
        REQUIRE_FALSE(first_invalid_utf8(
            text.substr(token.range.begin, token.range.end - token.range.begin)));
      }
      last_position = token.position;
    }
  }
}

}  // namespace guidepost
