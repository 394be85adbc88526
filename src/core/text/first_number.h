// A binary search over numbers, for what is sorted and known by its number: words one behind the other in one string.
#pragma once

namespace guidepost {

/// The first number in [begin, end) that `is_behind`, and `end` when there is none. REQUIRES: so are all behind one that is.
template <typename Number, typename IsBehind>
Number first_number(Number begin, Number end, IsBehind is_behind) {
  while (begin < end) {
    const Number middle = begin + (end - begin) / 2;
    if (is_behind(middle)) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return begin;
}

}  // namespace guidepost
