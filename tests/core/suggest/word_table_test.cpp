// Beginnings of sorted words, exact and with slips, against the plain way: compare with every beginning of every word.
#include "core/suggest/word_table.h"

#include "core/text/edit_distance.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::Dice;

/// Few letters, so that many words are near each other; "é" is two bytes.
std::vector<std::string> random_words(Dice& dice, std::size_t count) {
  std::set<std::string> words;
  while (words.size() < count) words.insert(dice.text({"a", "b", "c", "é"}, 1, 9));
  return {words.begin(), words.end()};
}

/// The words that begin nearly as typed, with their edits.
std::map<std::string, std::size_t> near_by_hand(const std::vector<std::string>& words,
                                                const std::string& typed, std::size_t limit) {
  std::map<std::string, std::size_t> near;
  for (const std::string& word : words) {
    const std::size_t penalty = word[0] == typed[0] ? 0 : 1;
    for (std::size_t size = 0; size <= word.size(); ++size) {
      const auto edits = edit_distance(typed, word.substr(0, size), limit);
      if (!edits || *edits + penalty > limit) continue;
      const auto [known, is_new] = near.try_emplace(word, *edits + penalty);
      if (!is_new) known->second = std::min(known->second, *edits + penalty);
    }
  }
  return near;
}

std::vector<std::string> words_in(const WordTable& table, const WordRange& range) {
  std::vector<std::string> words;
  for (std::uint32_t i = range.begin; i < range.end; ++i) words.emplace_back(table.word(i));
  return words;
}

const std::vector<std::string> career_words{"java",       "javascript", "kotlin",
                                            "kubernetes", "python",     "pytorch"};

}  // namespace

TEST_CASE("near beginnings are exactly those a comparison with every beginning finds",
          "[word_table]") {
  Dice dice(21);
  const std::vector<std::string> words = random_words(dice, 700);
  const WordTable table(words);
  for (int round = 0; round < 400; ++round) {
    const std::size_t limit = dice.roll(4);
    const std::string typed = dice.text({"a", "b", "c", "d", "é"}, limit + 1, 9);
    CAPTURE(typed, limit);
    std::map<std::string, std::size_t> near;
    std::uint32_t end = 0;
    for (const WordRange& range : table.beginning_near(typed, limit)) {
      REQUIRE(range.begin >= end);
      REQUIRE(range.begin < range.end);
      end = range.end;
      for (const std::string& word : words_in(table, range)) near.emplace(word, range.edits);
    }
    REQUIRE(end <= table.size());
    REQUIRE(near == near_by_hand(words, typed, limit));
  }
}

TEST_CASE("words with a beginning are exactly those, and a whole word is one", "[word_table]") {
  Dice dice(22);
  const std::vector<std::string> words = random_words(dice, 700);
  const WordTable table(words);
  for (int round = 0; round < 400; ++round) {
    const std::string typed = dice.text({"a", "b", "c", "d", "é"}, 0, 5);
    std::vector<std::string> expected;
    std::copy_if(words.begin(), words.end(), std::back_inserter(expected),
                 [&](const std::string& word) { return word.starts_with(typed); });
    CAPTURE(typed);
    REQUIRE(words_in(table, table.beginning_with(typed)) == expected);
    const bool is_word = std::binary_search(words.begin(), words.end(), typed);
    REQUIRE(words_in(table, table.equal_to(typed)) ==
            (is_word ? std::vector<std::string>{typed} : std::vector<std::string>{}));
  }
}

TEST_CASE("a slip in the first letter counts double", "[word_table]") {
  const WordTable table(career_words);
  CHECK(table.beginning_near("kava", 1).empty());
  CHECK(table.beginning_near("kava", 2) == std::vector<WordRange>{{0, 2, 2}});
  CHECK(table.beginning_near("pyht", 1) == std::vector<WordRange>{{4, 6, 1}});
}

TEST_CASE("a table without words answers nothing", "[word_table]") {
  const WordTable table;
  CHECK(table.size() == 0);
  CHECK(table.beginning_with("a") == WordRange{0, 0, 0});
  CHECK(table.equal_to("a") == WordRange{0, 0, 0});
  CHECK(table.beginning_near("java", 1).empty());
}

}  // namespace guidepost
