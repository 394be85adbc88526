#include "indexer/memory_budget.h"

#include <catch2/catch.hpp>

#include <cstdint>

namespace guidepost::indexer {
namespace {

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;

}  // namespace

TEST_CASE("a million passages fit the half gigabyte that is asked for by default", "[memory]") {
  const MemoryBudget budget(512 * megabyte);
  CHECK(budget.is_enough_for({1'000'000}));
  CHECK(budget.jobs(2, {1'000'000}) == 2);
  CHECK_FALSE(budget.is_enough_for({2'000'000}));
}

TEST_CASE("where nothing is said the usual memory is used, or what the sources need", "[memory]") {
  const MemoryNeed small{1000, 10, 10'000, 0};
  const MemoryNeed large{60'000, 40'000, 20'000'000, 200'000'000};
  REQUIRE_FALSE(MemoryBudget(MemoryBudget::usual_bytes).is_enough_for(large));
  CHECK(MemoryBudget::usual(large, 8).is_enough_for(large));
  CHECK(MemoryBudget::usual(large, 8).jobs(8, large) == 8);
  CHECK(MemoryBudget::usual(small, 8).jobs(8, small) == 8);
}

TEST_CASE("fewer jobs run where memory is short, but one always does", "[memory]") {
  CHECK(MemoryBudget(64 * megabyte).jobs(8, {}) == 1);
  CHECK(MemoryBudget(128 * megabyte).jobs(8, {}) == 4);
  CHECK(MemoryBudget(4096 * megabyte).jobs(8, {}) == 8);
  CHECK(MemoryBudget(megabyte).jobs(8, {1'000'000}) == 1);
}

TEST_CASE("guides and skills need more than passages, and what they say counts", "[memory]") {
  const std::uint64_t passages = MemoryBudget::least({20'000});
  const std::uint64_t bare = MemoryBudget::least({20'000, 20'000});
  CHECK(bare > passages + 100 * megabyte);
  CHECK(MemoryBudget::least({20'000, 20'000, 20 * megabyte}) >= bare + 300 * megabyte);
}

TEST_CASE("what is learned of roles needs its own", "[memory]") {
  const std::uint64_t alone = MemoryBudget::least({});
  const MemoryNeed learned{0, 0, 0, 72 * megabyte};
  CHECK(MemoryBudget::least(learned) == alone + 72 * megabyte);
  CHECK(MemoryBudget(alone).is_enough_for({}));
  CHECK_FALSE(MemoryBudget(alone).is_enough_for(learned));
  CHECK(MemoryBudget(128 * megabyte).jobs(8, learned) == 1);
}

TEST_CASE("texts that wait take a quarter, less beside many documents", "[memory]") {
  const MemoryBudget budget(512 * megabyte);
  CHECK(budget.waiting(0) == 128 * megabyte);
  CHECK(budget.waiting(1'000'000) < 128 * megabyte);
  CHECK(budget.waiting(100'000'000) == megabyte);
}

}  // namespace guidepost::indexer
