// The words a name is compared by. A name is shown as its words with a space between.
#include "core/text/name_words.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::vector<NameWord> words(const std::string& name) {
  const Lexicon nothing;
  return name_words(name, "en", Analyzer(nothing));
}

std::string cut(const std::string& name) { return spelled(words(name)); }

struct Row {
  std::string name;
  std::string meant;
};

}  // namespace

TEST_CASE("words that carry nothing are no words of a name", "[name_words]") {
  const Row row = GENERATE(values<Row>({
      {"Head of the Department", "head department"},
      {"How to become a Nurse", "become nurse"},
      {"Nuts and Bolts", "nuts bolts"},
      {"Rock 'n' Roll", "rock roll"},
      {"IT support", "it support"},
      {"OR nurse in the US", "or nurse us"},
      {"C++ & C# developer", "c++ c# developer"},
      {"Résumé writing", "resume writing"},
      {"", ""},
      {" & ", ""},
  }));
  CAPTURE(row.name);
  CHECK(cut(row.name) == row.meant);
}

TEST_CASE("a name that is nothing but empty words keeps them", "[name_words]") {
  const Row row = GENERATE(values<Row>({
      {"How to be", "how to be"},
      {"The", "the"},
      {"A", "a"},
      {"You and Me", "you and me"},
      {"What is IT?", "it"},
  }));
  CAPTURE(row.name);
  CHECK(cut(row.name) == row.meant);
}

TEST_CASE("single letters in a row are one word, however they are joined", "[name_words]") {
  const Row row = GENERATE(values<Row>({
      {"A&P", "ap"},
      {"A & P", "ap"},
      {"A and P", "ap"},
      {"a.p.", "ap"},
      {"ap", "ap"},
      {"U.S.A.", "usa"},
      {"R&D manager", "rd manager"},
      {"R n B", "rb"},
      {"Airframe & Power Plant Mechanic (A&P)", "airframe power plant mechanic ap"},
      {"Vitamin C", "vitamin c"},
      {"C developer", "c developer"},
      {"C and Java", "c java"},
  }));
  CAPTURE(row.name);
  CHECK(cut(row.name) == row.meant);
}

TEST_CASE("a word comes with its stem, letters in a row with themselves", "[name_words]") {
  std::string terms;
  for (const NameWord& word : words("Nursing assistants, U.S.A.")) terms += word.term + " ";
  CHECK(terms == "nurs assist usa ");
}

TEST_CASE("a name has no more words than are compared", "[name_words]") {
  std::string name;
  for (int i = 0; i < 100; ++i) name += " word" + std::to_string(i);
  CHECK(words(name).size() == max_name_words);
  CHECK(name_initials(name) == std::string(max_name_words, 'w'));
}

TEST_CASE("a name with brackets is also what stands outside, and inside, them", "[name_words]") {
  const Row row = GENERATE(values<Row>({
      {"Certified Nursing Assistant (CNA)",
       "certified nursing assistant cna | certified nursing assistant | cna"},
      {"Pilot (commercial) abroad", "pilot commercial abroad | pilot abroad | commercial"},
      {"Nurse (RN) (ICU)", "nurse rn icu | nurse icu | rn"},
      {"(CNA)", "cna | cna"},
      {"Nurse ()", "nurse | nurse"},
      {"Nurse (RN", "nurse rn"},
      {"Nurse) RN (", "nurse rn"},
      {"Nurse", "nurse"},
      {"", ""},
  }));
  std::string variants;
  for (const std::string& variant : name_variants(row.name)) {
    variants += (variants.empty() ? "" : " | ") + cut(variant);
  }
  CAPTURE(row.name);
  CHECK(variants == row.meant);
}

TEST_CASE("the initials of a name count its empty words", "[name_words]") {
  const Row row = GENERATE(values<Row>({
      {"Infrastructure as Code", "iac"},
      {"Head of the Department", "hotd"},
      {"Certified Nursing Assistant", "cna"},
      {"Node.js", "nj"},
      {"4x4 driver", "4d"},
      {"FreeSWITCH", "fs"},  // a capital begins a part
      {"WiiConnect24 for LaTeX", "wcfltx"},
      {"", ""},
  }));
  CHECK(name_initials(row.name) == row.meant);
}

TEST_CASE("any bytes have words, none of them empty", "[name_words]") {
  test::Dice dice(7);
  const std::vector<std::string> pieces{"a",    "n",      " and ", ".", "(", ")", " ",
                                        "\xd1", "\u0131", "'",     "&", "9", "#", "the "};
  for (int round = 0; round < 500; ++round) {
    const std::string name = dice.once_in(2) ? dice.bytes(60) : dice.text(pieces, 0, 60);
    for (const std::string& variant : name_variants(name)) {
      const std::vector<NameWord> found = words(variant);
      REQUIRE(found.size() <= max_name_words);
      for (const NameWord& word : found) REQUIRE_FALSE((word.folded.empty() || word.term.empty()));
    }
  }
}

}  // namespace guidepost
