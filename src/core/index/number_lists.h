// Whether lists of numbers that were read from a file can be what was written.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace guidepost {

/// `begins` cuts `size` things into `parts` pieces.
inline bool is_cut(const std::vector<std::uint32_t>& begins, std::size_t parts, std::size_t size) {
  return begins.size() == parts + 1 && begins.front() == 0 && begins.back() == size &&
         std::is_sorted(begins.begin(), begins.end());
}

inline bool are_below(const std::vector<std::uint32_t>& numbers, std::size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return number < limit; });
}

}  // namespace guidepost
