// A program run to its end: how long it took, and the most memory it held.
#pragma once

#include <string>
#include <vector>

namespace guidepost::bench {

struct ChildCost {
  double seconds = 0;
  double peak_megabytes = 0;  // resident
  std::string output;         // what it wrote
};

/// Throws std::runtime_error, with the output, when it cannot be started or fails.
ChildCost run_child(const std::vector<std::string>& command);

}  // namespace guidepost::bench
