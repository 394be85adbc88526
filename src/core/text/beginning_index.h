// Narrows a search in sorted texts down to those that begin alike, without touching the texts.
//
// A binary search over strings waits for memory at each step; here it runs over their first eight bytes, which lie in a row.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

/// The first eight bytes as a number: texts without zero bytes compare as these do, until they are equal.
inline std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < sizeof beginning; ++i) {
    beginning = beginning << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return beginning;
}

/// Once filled, all threads may read.
class BeginningIndex {
 public:
  /// REQUIRES: texts come sorted by their bytes and hold no zero byte.
  void add(std::string_view text) { beginnings_.push_back(beginning_of(text)); }

  /// Places [first, last): the first text that is not less than `text` is at one of them or at `last`.
  std::pair<std::size_t, std::size_t> around(std::string_view text) const {
    const std::uint64_t beginning = beginning_of(text);
    const auto first = std::lower_bound(beginnings_.begin(), beginnings_.end(), beginning);
    const auto last = text.size() < sizeof beginning
                          ? first
                          : std::upper_bound(first, beginnings_.end(), beginning);
    return {static_cast<std::size_t>(first - beginnings_.begin()),
            static_cast<std::size_t>(last - beginnings_.begin())};
  }

 private:
  std::vector<std::uint64_t> beginnings_;
};

}  // namespace guidepost
