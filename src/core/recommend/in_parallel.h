// Work on the items of a row, shared out among threads in runs of neighbours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace guidepost {

/// Calls work(begin, end) for runs that together are 0 to `count`, one on each of `threads` threads (this one among them), and waits. What it writes
/// must depend on the items alone, so that the number of threads never shows.
template <typename Work>
void in_parallel(std::size_t count, std::size_t threads, const Work& work) {
  const std::size_t runs = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1));
  std::vector<std::jthread> others;
  for (std::size_t run = 1; run < runs; ++run) {
    others.emplace_back(
        [&work, count, runs, run] { work(count * run / runs, count * (run + 1) / runs); });
  }
  work(0, count / runs);
}

}  // namespace guidepost
