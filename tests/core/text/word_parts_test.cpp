// Identifiers in parts, thousands in two ways.
#include "core/text/word_parts.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

std::string parts_of(std::string_view word, WordPlace place = WordPlace::prose) {
  std::string row;
  for (const std::string_view part : identifier_parts(word, place)) {
    row += (row.empty() ? "" : " ") + std::string(part);
  }
  return row;
}

}  // namespace

TEST_CASE("an identifier has parts, the name of a product has none", "[word_parts]") {
  CHECK(parts_of("getUserName") == "get User Name");
  CHECK(parts_of("useState") == "use State");
  CHECK(parts_of("HttpRequestHandler") == "Http Request Handler");
  CHECK(parts_of("DataScience", WordPlace::tag) == "Data Science");
  const auto* name = GENERATE("JavaScript", "GitHub", "iPhone", "eBay", "macOS", "PhD", "SQL",
                              "word", "", "myVar2Name", "caf\u00e9Bar");
  CAPTURE(name);
  CHECK(parts_of(name).empty());
}

TEST_CASE("thousands are written with a k or with noughts", "[word_parts]") {
  CHECK(other_thousands("120k") == "120000");
  CHECK(other_thousands("120000") == "120k");
  CHECK(other_thousands("5k") == "5000");
  CHECK(other_thousands("5000", 4) == "5k");
  const auto* word =
      GENERATE("2000", "401k", "120500", "k", "", "0k", "12ak", "1000000000000", "k8s");
  CAPTURE(word);
  CHECK_FALSE(other_thousands(word));
}

}  // namespace guidepost
