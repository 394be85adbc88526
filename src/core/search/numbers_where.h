// The numbers that a test holds for, where it holds for so many of so many that a branch on each would be guessed wrong.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace guidepost {

/// Of [first, end) the numbers that pass, ascending; room is made for `expected`. Each is written into a block, and the next over it where it
/// does not pass.
template <typename Passes>
std::vector<std::uint32_t> numbers_where(std::size_t first, std::size_t end, std::size_t expected,
                                         Passes passes) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(expected);
  std::array<std::uint32_t, 1024> block;
  for (std::size_t begin = first; begin < end; begin += block.size()) {
    const std::size_t block_end = std::min(end, begin + block.size());
    std::size_t found = 0;
    for (std::size_t number = begin; number < block_end; ++number) {
      block[found] = static_cast<std::uint32_t>(number);
      found += passes(number) ? 1U : 0U;
    }
    numbers.insert(numbers.end(), block.begin(),
                   block.begin() + static_cast<std::ptrdiff_t>(found));
  }
  return numbers;
}

}  // namespace guidepost
