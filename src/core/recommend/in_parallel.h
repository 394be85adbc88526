// Work on the items of a row, shared out among threads in runs of neighbours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace guidepost {

/// Calls work(begin, end) for runs that together are 0 to `count`, one on each of `threads` threads (this one among them), and waits. What it writes
/// must depend on the items alone, so that the number of threads never shows. What a run throws is thrown here when all have ended, that of the first
/// run that threw.
template <typename Work>
void in_parallel(std::size_t count, std::size_t threads, const Work& work) {
  const std::size_t runs = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1));
  std::vector<std::exception_ptr> thrown(runs);
  const auto run = [&](std::size_t number) {
    try {
      work(count * number / runs, count * (number + 1) / runs);
    } catch (...) {
      thrown[number] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t other = 1; other < runs; ++other) others.emplace_back(run, other);
    run(0);
  }  // waits
  for (const std::exception_ptr& one : thrown) {
    if (one) std::rethrow_exception(one);
  }
}

}  // namespace guidepost
