// What a run needs of the memory it was given. Measured on generated passages (`bench/index_throughput`), rounded up: what grows with the
// documents is names, hashes, facets and words, never texts; what a job holds is a batch of texts and its postings.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace guidepost::indexer {

class MemoryBudget {
 public:
  explicit MemoryBudget(std::uint64_t bytes) : bytes_(bytes) {}

  /// What a run of one job takes at least.
  static std::uint64_t least(std::size_t documents) {
    return program_bytes + job_bytes + documents * document_bytes;
  }

  bool is_enough_for(std::size_t documents) const { return least(documents) <= bytes_; }

  /// How many of `wanted` jobs may run at once, at least one.
  std::size_t jobs(std::size_t wanted, std::size_t documents) const {
    const std::uint64_t further = bytes_ - std::min(bytes_, least(documents));
    return std::min<std::size_t>(wanted, 1 + further / job_bytes);
  }

  /// What texts that wait until every name is known may take, beside `documents`.
  std::uint64_t waiting(std::size_t documents) const {
    const std::uint64_t further = bytes_ - std::min(bytes_, least(documents));
    return std::max(least_waiting, std::min(bytes_ / 4, further));
  }

 private:
  static constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
  static constexpr std::uint64_t program_bytes = 32 * megabyte;
  static constexpr std::uint64_t job_bytes = 20 * megabyte;
  static constexpr std::uint64_t document_bytes = 400;
  static constexpr std::uint64_t least_waiting = megabyte;

  std::uint64_t bytes_;
};

}  // namespace guidepost::indexer
