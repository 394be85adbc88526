// A half-open range of bytes in a UTF-8 text.
#pragma once

#include <cstddef>

namespace guidepost {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace guidepost
