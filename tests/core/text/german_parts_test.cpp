// German compounds and their parts; a row without parts is left whole.
#include "core/text/german_parts.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {

TEST_CASE("a German word has the parts that are words of work", "[german_parts]") {
  struct Row {
    std::string word, parts;
  };
  const Row row = GENERATE(values<Row>({
      {"softwareentwickler", "software entwickler"},
      {"softwareentwicklerinnen", "software entwickler"},
      {"softwareprojektleiter", "software projekt leiter"},
      {"vertriebsleiter", "vertrieb leiter"},
      {"gesundheitswesen", ""},  // half of it is unknown
      {"krankenpflegerin", "kranken pfleger"},
      {"entwicklerin", "entwickler"},
      {"entwickler", ""},
      {"xylophonlehrerin", "lehrer"},
      {"begleiter", ""},    // too little stands before
      {"optimaler", ""},    // no painter
      {"leichtester", ""},  // no tester
      {"daten", ""},
      {"", ""},
      {"software", ""},
  }));
  CAPTURE(row.word);
  std::string parts;
  for (const std::string& part : german_parts(row.word)) parts += (parts.empty() ? "" : " ") + part;
  CHECK(parts == row.parts);
}

TEST_CASE("a word that could be cut in endless ways takes no time", "[german_parts]") {
  std::string word;
  for (int i = 0; i < 15; ++i) word += "bau";
  CHECK(german_parts(word + "x").empty());
  CHECK(german_parts(std::string(10'000, 'a')).empty());
}

}  // namespace guidepost
