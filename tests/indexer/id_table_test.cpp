#include "indexer/id_table.h"

#include "indexer/word_counts.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

namespace guidepost::indexer {

TEST_CASE("every id has its number, however many there are", "[id_table]") {
  IdTable table;
  constexpr std::uint32_t count = 20'000;
  for (std::uint32_t i = 0; i < count; ++i) {
    REQUIRE(table.insert(hash128("id" + std::to_string(i)), i));
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    REQUIRE(table.find(hash128("id" + std::to_string(i))) == i);
    REQUIRE_FALSE(table.insert(hash128("id" + std::to_string(i)), 7));
  }
  CHECK(table.find(hash128("id7")) == 7U);
  CHECK_FALSE(table.find(hash128("another")));
}

TEST_CASE("ids that fall on one place are told apart", "[id_table]") {
  IdTable table;
  for (std::uint32_t i = 0; i < 100; ++i) REQUIRE(table.insert({i, 5}, i));
  for (std::uint32_t i = 0; i < 100; ++i) CHECK(table.find({i, 5}) == i);
  CHECK_FALSE(table.find({100, 5}));
}

TEST_CASE("a word counts once a document, and can be taken away again", "[word_counts]") {
  WordCounts first;
  first.begin_document();
  for (const char* word : {"light", "ship", "light"}) first.add(word);
  first.begin_document();
  first.add("light");
  std::map<std::string, std::uint32_t> totals;
  first.add_to(totals);
  CHECK(totals == std::map<std::string, std::uint32_t>{{"light", 2}, {"ship", 1}});
  WordCounts gone;
  gone.begin_document();
  for (const char* word : {"ship", "light", "never"}) gone.add(word);
  gone.subtract_from(totals);
  CHECK(totals == std::map<std::string, std::uint32_t>{{"light", 1}});
}

}  // namespace guidepost::indexer
