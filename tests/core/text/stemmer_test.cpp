// Words to stems, by language.
#include "core/text/stemmer.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

namespace guidepost {

TEST_CASE("words of one family have one stem", "[stemmer]") {
  const auto [language, word, stem] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "deployments", "deploy"},
      {"en", "deploying", "deploy"},
      {"en", "deploy", "deploy"},
      {"en", "negotiation", "negoti"},
      {"en", "skills", "skill"},
      {"de", "lernen", "lern"},
      {"fr", "continuation", "continu"},
      {"en", "", ""},
  }));
  CAPTURE(language, word);
  CHECK(Stemmer(language).stem(word) == stem);
}

TEST_CASE("a language without a stemmer leaves words as they are", "[stemmer]") {
  const auto* language = GENERATE("xx", "", "english please", "\xff");
  CHECK(Stemmer(language).stem("deployments") == "deployments");
}

TEST_CASE("a stemmer can be moved and used again", "[stemmer]") {
  Stemmer first("en");
  CHECK(first.stem("skills") == "skill");
  const Stemmer second = std::move(first);
  CHECK(second.stem("skills") == "skill");
  CHECK(second.stem("interviews") == "interview");
}

}  // namespace guidepost
