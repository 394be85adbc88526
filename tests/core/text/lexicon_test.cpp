// Names recognised in texts and queries: longest match, spellings that are one name, everyday words that are also names.
#include "core/text/lexicon.h"

#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

/// What is recognised, from left to right, as an analyzer would: units by a space.
std::string units(const Lexicon& lexicon, const std::string& text, Lexicon::Side side) {
  const std::vector<Word> words = words_of(text);
  std::string row;
  for (std::size_t at = 0; at < words.size();) {
    const auto match = lexicon.longest_match(text, words, at, side);
    if (match) row += (row.empty() ? "" : " ") + match->entry->unit.substr(2);
    at += match ? match->words : 1;
  }
  return row;
}

std::string in_text(const std::string& text) {
  return units(test::small_lexicon(), text, Lexicon::Side::text);
}

std::string in_query(const std::string& text) {
  return units(test::small_lexicon(), text, Lexicon::Side::query);
}

struct Row {
  std::string text;
  std::string meant;
};

}  // namespace

TEST_CASE("the key of a name is its words, folded and written together", "[lexicon]") {
  const Row row = GENERATE(values<Row>({{"Node JS", "nodejs"},
                                        {"Node.js", "nodejs"},
                                        {"NODE-JS", "nodejs"},
                                        {".NET", ".net"},
                                        {"C++", "c++"},
                                        {"CI / CD", "cicd"},
                                        {"R\u00e9sum\u00e9 writing", "resumewriting"},
                                        {"--", ""}}));
  CHECK(name_key(row.text) == row.meant);
}

TEST_CASE("an English plural has a singular, other words stay", "[lexicon]") {
  const Row row = GENERATE(values<Row>({
      {"designs", "design"},
      {"queries", "query"},
      {"branches", "branch"},
      {"crashes", "crash"},
      {"classes", "class"},
      {"boxes", "box"},
      {"databases", "database"},
      {"apis", "api"},
      {"kpis", "kpi"},
      {"guis", "gui"},
      {"class", "class"},
      {"status", "status"},
      {"analysis", "analysis"},
      {"redis", "redis"},
      {"ios", "ios"},
      {"aws", "aws"},
      {"ties", "tie"},
      {"sql", "sql"},
      {"", ""},
  }));
  CAPTURE(row.text);
  CHECK(singular(row.text) == row.meant);
}

TEST_CASE("a name is recognised in the singular too, where that is safe", "[lexicon]") {
  using Keys = std::vector<std::string>;
  CHECK(recognised_keys("REST APIs") == Keys{"restapis", "restapi"});
  CHECK(recognised_keys("Databases") == Keys{"databases", "database"});
  CHECK(recognised_keys("Rails") == Keys{"rails"});  // never found in "rail"
  CHECK(recognised_keys("System design") == Keys{"systemdesign"});
  CHECK(recognised_keys("").empty());
}

TEST_CASE("every spelling of a name is the same name", "[lexicon]") {
  const Row row = GENERATE(values<Row>({
      {"Kubernetes k8s K8S", "kubernetes kubernetes kubernetes"},
      {"Node.js NodeJS node-js node js", "nodejs nodejs nodejs nodejs"},
      {"C++ cpp C#", "c-plus-plus c-plus-plus c-sharp"},
      {"ASP.NET asp net", "aspnet aspnet"},
      {"CI/CD and ci-cd", "ci-cd ci-cd"},
      {"continuous integration", "ci-cd"},
      {"TCP/IP", "tcp-ip"},
      {"REST APIs, REST API, rest-api", "rest-apis rest-apis rest-apis"},
      {"system designs", "system-design"},
      {"back-end engineers", "backend-developer"},
      {"rail", ""},
      {"sequel", ""},
  }));
  CAPTURE(row.text);
  CHECK(in_text(row.text) == row.meant);
}

TEST_CASE("a name of one word is recognised where it is written in two", "[lexicon]") {
  const Lexicon lexicon({{"NodeJS", "USnodejs", NameCase::any, NameForm::kept}});
  CHECK(units(lexicon, "Node.js", Lexicon::Side::text) == "nodejs");
  CHECK(units(lexicon, "node js", Lexicon::Side::query) == "nodejs");
}

TEST_CASE("the longest name wins", "[lexicon]") {
  const Row row = GENERATE(values<Row>({{"Design", "design"},
                                        {"system design", "system-design"},
                                        {"System design design", "system-design design"},
                                        {"system of design", "design"},
                                        {"Ruby on Rails", "rails"},
                                        {"Ruby on", ""}}));
  CAPTURE(row.text);
  CHECK(in_text(row.text) == row.meant);
}

TEST_CASE("an everyday word is a name in a text only where it is written and used as one",
          "[lexicon]") {
  const Row row = GENERATE(values<Row>({
      {"we use Go daily", "go"},
      {"we go home", ""},
      {"GO home", ""},
      {"Go through your notes", ""},  // begins a sentence
      {"Great. Go through it", ""},   //
      {"Languages: Go", "go"},        // a list of one
      {"Go, C and R", "go c r"},      // a list begins
      {"- Go\n- R\n", "go r"},        // list items
      {"C/C++ or C++/C", "c c-plus-plus c-plus-plus c"},
      {"R&D and C-level", ""},
      {"the R language", "r"},
      {"plan r, vitamin c", ""},
      {"golang, rstats and c language", "go r c"},  // aliases have any case
      {"we love .NET", "dotnet"},
      {"example.net", ""},
  }));
  CAPTURE(row.text);
  CHECK(in_text(row.text) == row.meant);
}

TEST_CASE("in a query case never matters", "[lexicon]") {
  const Row row = GENERATE(values<Row>({{"go", "go"},
                                        {"GO developer", "go"},
                                        {"r c", "r c"},
                                        {"r&d", "r"},
                                        {"Go through", "go"},
                                        {".net", "dotnet"},
                                        {"kUBERNETES", "kubernetes"}}));
  CAPTURE(row.text);
  CHECK(in_query(row.text) == row.meant);
}

TEST_CASE("of names that share a key the first keeps it", "[lexicon]") {
  const Lexicon lexicon({{"Back-end", "USfirst", NameCase::any, NameForm::kept},
                         {"Backend", "USsecond", NameCase::any, NameForm::stemmed}});
  CHECK(units(lexicon, "backend", Lexicon::Side::text) == "first");
  CHECK(lexicon.keeps_form("backend"));
}

TEST_CASE("names of technologies keep their form, others are stemmed like prose", "[lexicon]") {
  const Lexicon& lexicon = test::small_lexicon();
  CHECK(lexicon.keeps_form("kubernetes"));
  CHECK(lexicon.keeps_form("rails"));
  CHECK_FALSE(lexicon.keeps_form("negotiation"));
  CHECK_FALSE(lexicon.keeps_form("unheard"));
  CHECK_FALSE(lexicon.keeps_form("node"));  // only a part of a name
}

TEST_CASE("a name without words, or with too many, is never recognised", "[lexicon]") {
  const Lexicon lexicon({{"--", "USnothing", NameCase::any, NameForm::kept},
                         {"a b c d e f g", "USlong", NameCase::any, NameForm::kept},
                         {"b c d e f g", "USsix", NameCase::any, NameForm::kept}});
  CHECK(units(lexicon, "a b c d e f g", Lexicon::Side::text) == "six");
  CHECK(units(Lexicon(), "a b c", Lexicon::Side::text).empty());
}

}  // namespace guidepost
