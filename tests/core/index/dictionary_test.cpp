// The walk over the sorted words against the plain way: compare with every word.
#include "core/index/dictionary.h"

#include "core/index/record.h"
#include "core/text/edit_distance.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace guidepost {
namespace {

using test::Dice;
using Words = std::map<std::string, std::uint32_t>;
using Row = std::tuple<std::size_t, std::int64_t, std::string>;  // distance, -documents, word

/// Few letters, so that many words are near each other; "é" is two bytes.
Words random_words(Dice& dice, std::size_t count) {
  Words words;
  while (words.size() < count) {
    words[dice.text({"a", "b", "c", "é"}, 1, 7)] = static_cast<std::uint32_t>(1 + dice.roll(9));
  }
  return words;
}

std::vector<Row> rows_of(const std::vector<DictionaryMatch>& matches) {
  std::vector<Row> rows;
  for (const DictionaryMatch& match : matches) {
    rows.emplace_back(match.distance, -std::int64_t{match.documents}, match.word);
  }
  return rows;
}

std::vector<Row> best_of(std::vector<Row> rows, std::size_t most) {
  std::sort(rows.begin(), rows.end());
  rows.resize(std::min(rows.size(), most));
  return rows;
}

std::vector<Row> near_by_hand(const Words& words, const std::string& typed, std::size_t limit,
                              std::size_t most) {
  std::vector<Row> rows;
  for (const auto& [word, documents] : words) {
    const auto distance = edit_distance(typed, word, limit);
    if (distance) rows.emplace_back(*distance, -std::int64_t{documents}, word);
  }
  return best_of(std::move(rows), most);
}

std::vector<std::string> words_in(const std::vector<DictionaryMatch>& matches) {
  std::vector<std::string> words;
  for (const DictionaryMatch& match : matches) words.push_back(match.word);
  return words;
}

const Words career_words{
    {"design", 40}, {"designer", 25}, {"designs", 3}, {"desk", 25}, {"interview", 90}};

}  // namespace

TEST_CASE("near words are exactly those a comparison with every word finds", "[dictionary]") {
  Dice dice(7);
  const Words words = random_words(dice, 600);
  const Dictionary dictionary(words);
  for (int round = 0; round < 200; ++round) {
    const std::string typed = dice.text({"a", "b", "c", "d", "é"}, 0, 8);
    const std::size_t limit = dice.roll(4);
    const std::size_t most = 1 + dice.roll(30);
    CAPTURE(typed, limit, most);
    REQUIRE(rows_of(dictionary.near(typed, limit, most)) ==
            near_by_hand(words, typed, limit, most));
  }
}

TEST_CASE("completions are exactly the words with that beginning, most frequent first",
          "[dictionary]") {
  Dice dice(8);
  const Words words = random_words(dice, 900);
  const Dictionary dictionary(words);
  for (int round = 0; round < 200; ++round) {
    const std::string prefix = dice.text({"a", "b", "c", "é"}, 0, 3);
    const std::size_t most = dice.roll(80);
    std::vector<Row> expected;
    for (const auto& [word, documents] : words) {
      if (word.starts_with(prefix)) expected.emplace_back(0, -std::int64_t{documents}, word);
    }
    CAPTURE(prefix, most);
    REQUIRE(dictionary.begins_some(prefix) == !expected.empty());
    REQUIRE(rows_of(dictionary.completions(prefix, most)) == best_of(std::move(expected), most));
  }
}

TEST_CASE("nearer words come first, then more frequent ones, then by bytes", "[dictionary]") {
  const Dictionary dictionary(career_words);
  CHECK(words_in(dictionary.near("designs", 2, 10)) ==
        std::vector<std::string>{"designs", "design", "designer"});
  CHECK(words_in(dictionary.near("designs", 2, 2)) ==
        std::vector<std::string>{"designs", "design"});
  CHECK(words_in(dictionary.near("interveiw", 1, 10)) == std::vector<std::string>{"interview"});
  CHECK(dictionary.near("kubernetes", 2, 10).empty());
  CHECK(words_in(dictionary.completions("des", 10)) ==
        std::vector<std::string>{"design", "designer", "desk", "designs"});
}

TEST_CASE("the dictionary knows in how many documents a word stands", "[dictionary]") {
  const Dictionary dictionary(career_words);
  for (const auto& [word, documents] : career_words) {
    CHECK(dictionary.documents_with(word) == documents);
  }
  const auto* unknown = GENERATE("", "d", "desi", "design ", "interviews", "a", "z");
  CHECK(dictionary.documents_with(unknown) == 0);
  for (const char* beginning : {"", "d", "desi", "designers", "interview"}) {
    CAPTURE(beginning);
    CHECK(dictionary.begins_some(beginning) == (std::string(beginning) != "designers"));
  }
  CHECK_FALSE(dictionary.begins_some("a"));  // before all of them
  CHECK_FALSE(dictionary.begins_some("z"));
}

TEST_CASE("a dictionary without words answers nothing", "[dictionary]") {
  const Dictionary dictionary;
  CHECK(dictionary.size() == 0);
  CHECK(dictionary.documents_with("sql") == 0);
  CHECK(dictionary.near("sql", 2, 10).empty());
  CHECK(dictionary.completions("", 10).empty());
  CHECK_FALSE(dictionary.begins_some(""));
  CHECK(Dictionary::decode(dictionary.encode()).has_value());
}

TEST_CASE("a dictionary read back is the one that was written", "[dictionary]") {
  Dice dice(9);
  const Words words = random_words(dice, 50);
  const auto read = Dictionary::decode(Dictionary(words).encode());
  REQUIRE(read);
  CHECK(read->size() == words.size());
  for (const auto& [word, documents] : words) CHECK(read->documents_with(word) == documents);
}

TEST_CASE("a dictionary cut short is refused", "[dictionary]") {
  const std::string bytes = Dictionary(career_words).encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = Dictionary::decode(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(Dictionary::decode(bytes + "x"));
}

TEST_CASE("a dictionary whose parts contradict each other is refused", "[dictionary]") {
  struct Damage {
    const char* what;
    std::string pool;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> documents;
  };
  const std::vector<Damage> damages{
      {"no beginnings", "ab", {}, {}},
      {"begins late", "ab", {1, 2}, {1}},
      {"ends early", "ab", {0, 1}, {1}},
      {"ends behind the pool", "ab", {0, 3}, {1}},
      {"goes back", "ab", {0, 2, 1, 2}, {1, 1, 1}},
      {"fewer counts than words", "ab", {0, 1, 2}, {1}},
      {"words not sorted", "ba", {0, 1, 2}, {1, 1}},
      {"a word twice", "aa", {0, 1, 2}, {1, 1}},
  };
  for (const Damage& damage : damages) {
    RecordWriter writer;
    writer.text(damage.pool);
    writer.u32s(damage.begins);
    writer.u32s(damage.documents);
    CAPTURE(damage.what);
    CHECK_FALSE(Dictionary::decode(writer.bytes()));
  }
}

TEST_CASE("any bytes in the place of a dictionary are refused or read, never a crash",
          "[dictionary]") {
  Dice dice(10);
  const std::string good = Dictionary(career_words).encode();
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = good;
    bytes[dice.roll(bytes.size())] = static_cast<char>(dice.roll(256));
    const auto read = Dictionary::decode(bytes);
    if (!read) continue;
    CHECK(read->near("design", 2, 10).size() <= 10);
    CHECK(read->completions("", 10).size() <= 10);
  }
}

}  // namespace guidepost
