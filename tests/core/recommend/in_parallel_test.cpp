#include "core/recommend/in_parallel.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace guidepost {
namespace {

TEST_CASE("every item is worked on once, however many threads there are", "[in_parallel]") {
  for (const std::size_t threads : {0U, 1U, 2U, 3U, 8U, 100U}) {
    std::vector<int> times(50, 0);
    in_parallel(times.size(), threads, [&](std::size_t begin, std::size_t end) {
      for (std::size_t item = begin; item < end; ++item) ++times[item];
    });
    CHECK(times == std::vector<int>(50, 1));
  }
}

TEST_CASE("what a run throws reaches who asked for the work, when all runs have ended",
          "[in_parallel]") {
  for (const std::size_t first_bad : {0U, 10U, 30U}) {
    std::atomic<std::size_t> ended = 0;
    const auto work = [&](std::size_t begin, std::size_t /*end*/) {
      ++ended;
      if (begin >= first_bad) throw std::runtime_error(std::to_string(begin));
    };
    CHECK_THROWS_WITH(in_parallel(40, 4, work), std::to_string(first_bad));
    CHECK(ended == 4);
  }
}

}  // namespace
}  // namespace guidepost
