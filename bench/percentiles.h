// How long calls took, from the fastest to the slowest.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace guidepost::bench {

/// The value that `share` (0 to 1) of all are not above. REQUIRES: at least one.
class Percentiles {
 public:
  explicit Percentiles(std::vector<double> values) : values_(std::move(values)) {
    std::sort(values_.begin(), values_.end());
  }
  std::size_t count() const { return values_.size(); }
  double at(double share) const {
    return values_[static_cast<std::size_t>(share * static_cast<double>(values_.size() - 1))];
  }

 private:
  std::vector<double> values_;
};

}  // namespace guidepost::bench
