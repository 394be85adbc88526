// What short words are written for.
#include "core/text/clipped_words.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

std::vector<std::string_view> others(std::string_view word) {
  const auto found = clipped_or_whole(word);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("a clipped word is short for every whole that is written so", "[clipped_words]") {
  CHECK(others("dev") == std::vector<std::string_view>{"developer", "development"});
  CHECK(others("mgr") == std::vector<std::string_view>{"manager"});
}

TEST_CASE("a whole word knows what is written short for it", "[clipped_words]") {
  CHECK(others("application") == std::vector<std::string_view>{"app"});
  CHECK(others("mathematics") == std::vector<std::string_view>{"math", "maths"});
}

TEST_CASE("other words are short for nothing", "[clipped_words]") {
  CHECK(others("nurse").empty());
  CHECK(others("Dev").empty());  // not folded
  CHECK(others("").empty());
}

}  // namespace guidepost
