// Numbers that pass a test, across the blocks they are gathered in.
#include "core/search/numbers_where.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guidepost {

TEST_CASE("the numbers that pass are those a loop finds, in their order", "[numbers_where]") {
  for (const std::size_t end :
       {std::size_t{1}, std::size_t{1024}, std::size_t{1025}, std::size_t{5000}}) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{3}, std::size_t{6000}}) {
      std::vector<std::uint32_t> expected;
      for (std::uint32_t number = 1; number < end; ++number) {
        if (number % step == 0) expected.push_back(number);
      }
      CHECK(numbers_where(1, end, 2, [&](std::size_t number) { return number % step == 0; }) ==
            expected);
    }
  }
}

}  // namespace guidepost
