// Lists of neighbours: what is written is read, shares add up, and a damaged file is refused.
#include "core/recommend/neighbour_lists.h"

#include "core/index/little_endian.h"
#include "support/dice.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <string>

namespace guidepost {
namespace {

NeighbourTable small_table() {
  NeighbourTable table;
  table.parts = {"words", "roles"};
  table.of = {{{1, {0.25F, 0.5F}}, {2, {2.0F, -0.5F}}}, {}, {{1, {2.0F, 0.5F}}, {0, {2.0F, 0.5F}}}};
  return table;
}

Result<NeighbourLists> written_and_read(const NeighbourTable& table,
                                        const test::TemporaryDirectory& directory) {
  REQUIRE(write_neighbour_lists(table, directory.path() / "lists"));
  return NeighbourLists::open(directory.path() / "lists", table.of.size());
}

TEST_CASE("lists of neighbours are read back best first, ties by item") {
  const test::TemporaryDirectory directory;
  const auto lists = written_and_read(small_table(), directory);
  REQUIRE(lists);
  CHECK(lists->parts() == std::vector<std::string>{"words", "roles"});
  const auto first = lists->of(0);
  REQUIRE(first.size() == 2);
  CHECK(first[0].item == 2);
  CHECK(first[0].score() == Approx(1.5).margin(1e-4));
  CHECK(first[1].parts[0] == Approx(0.25).margin(1e-4));
  CHECK(lists->of(1).empty());
  const auto last = lists->of(2);
  REQUIRE(last.size() == 2);
  CHECK(last[0].item == 0);
  CHECK(lists->of(2, 1).size() == 1);
  CHECK(lists->of(3).empty());
}

TEST_CASE("lists of neighbours may be empty, or without parts") {
  const test::TemporaryDirectory directory;
  CHECK(written_and_read({}, directory));
  const auto lists = written_and_read({{}, {{{1, {}}}, {}}}, directory);
  REQUIRE(lists);
  CHECK(lists->of(0).front().score() == 0);
}

TEST_CASE("lists of neighbours for another number of items are refused") {
  const test::TemporaryDirectory directory;
  REQUIRE(written_and_read(small_table(), directory));
  CHECK_FALSE(NeighbourLists::open(directory.path() / "lists", 4));
  CHECK_FALSE(NeighbourLists::open(directory.path() / "missing", 3));
}

TEST_CASE("lists of neighbours whose steps are no numbers, or overflow, are refused") {
  const test::TemporaryDirectory directory;
  REQUIRE(written_and_read(small_table(), directory));
  const std::string whole = directory.read("lists");
  std::size_t step = 4 * 4;
  for (const std::string& name : small_table().parts) step += 4 + name.size();
  const auto [value, is_read] = GENERATE(
      table<float, bool>({{0.5F, true}, {3e38F, false}, {-3e38F, false}, {HUGE_VALF, false}}));
  std::string bytes;
  append_little_endian(bytes, std::bit_cast<std::uint32_t>(value));
  const auto file = directory.write("bent", std::string(whole).replace(step, 4, bytes));
  CAPTURE(value);
  CHECK(NeighbourLists::open(file, 3).has_value() == is_read);
}

TEST_CASE("lists of neighbours that are cut short or altered are refused or read within bounds") {
  const test::TemporaryDirectory directory;
  REQUIRE(written_and_read(small_table(), directory));
  const std::string whole = directory.read("lists");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto file = directory.write("short", whole.substr(0, size));
    CHECK_FALSE(NeighbourLists::open(file, 3));
  }
  CHECK_FALSE(NeighbourLists::open(directory.write("long", whole + "x"), 3));
  test::Dice dice(7);
  for (int round = 0; round < 2000; ++round) {
    std::string altered = whole;
    altered[dice.roll(altered.size())] = static_cast<char>(dice.roll(256));
    const auto lists = NeighbourLists::open(directory.write("altered", altered), 3);
    if (!lists) continue;
    for (std::uint32_t item = 0; item < 4; ++item) {
      for (const Neighbour& neighbour : lists->of(item)) CHECK(neighbour.item < 3);
    }
  }
}

}  // namespace
}  // namespace guidepost
