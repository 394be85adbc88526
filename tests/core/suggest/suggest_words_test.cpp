// Which bytes of a name are shown as matched.
#include "core/suggest/suggest_words.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string matched(const std::string& typed, const std::string& word) {
  return word.substr(0, matched_length(typed, word));
}

std::string part(const std::string& text, std::size_t word, std::size_t length) {
  const ByteRange range = matched_part(text, suggest_words(text).at(word), length);
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace

TEST_CASE("what was typed stands for the nearest beginning that ends alike", "[suggest_words]") {
  CHECK(matched("kub", "kubernetes") == "kub");
  CHECK(matched("kubrn", "kubernetes") == "kubern");
  CHECK(matched("kubber", "kubernetes") == "kuber");
  CHECK(matched("pyht", "python") == "pyth");
  CHECK(matched("kubr", "kubernetes") == "kuber");
  CHECK(matched("bakc", "backend") == "back");
  CHECK(matched("pyhton", "python") == "python");
  CHECK(matched("javx", "java") == "java");
  CHECK(matched("zzzz", "a") == "a");
}

TEST_CASE("matched bytes are whole characters with their accents", "[suggest_words]") {
  CHECK(part("R\u00e9sum\u00e9 writing", 0, 2) == "R\u00e9");
  CHECK(part("Re\u0301sume\u0301", 0, 2) == "Re\u0301");
  CHECK(part("Stra\u00dfe", 0, 5) == "Stra\u00df");  // "strasse"
  CHECK(part("Don't panic", 0, 4) == "Don't");
  CHECK(part("Use SQL", 1, 2) == "SQ");
  CHECK(part("SQL", 0, 9) == "SQL");
}

TEST_CASE("a dot before a word is none of it", "[suggest_words]") {
  const std::vector<Word> words = suggest_words(".NET developer");
  REQUIRE(words.size() == 2);
  CHECK(words[0].folded == "net");
  CHECK(words[0].range == ByteRange{1, 4});
}

TEST_CASE("no more than sixteen words are looked at", "[suggest_words]") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "a ";
  CHECK(suggest_words(text).size() == most_suggest_words);
}

}  // namespace guidepost
