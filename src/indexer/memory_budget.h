// What a run needs of the memory it was given. Measured and rounded up: on generated passages (`bench/index_throughput`), where what grows with
// the documents is hashes, facets and words, never texts, and what a job holds is a batch of texts and its postings; and on ESCO and generated
// guides and skills, whose names and texts are kept, found by, completed and compared. What is learned of roles grows with the square of their
// number; it is reckoned.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace guidepost::indexer {

/// What there is to hold, once the sources were read.
struct MemoryNeed {
  std::size_t documents = 0;
  std::size_t names = 0;        // guides and skills
  std::uint64_t name_text = 0;  // bytes of what is kept of their texts
  std::uint64_t learning =
      0;  // bytes that is learned in (role_skill_model_bytes, latent_learning_bytes)
};

class MemoryBudget {
 public:
  /// For who says nothing; where the sources need more with all jobs, that.
  static constexpr std::uint64_t usual_bytes = std::uint64_t{512} << 20U;
  static MemoryBudget usual(const MemoryNeed& need, std::size_t jobs) {
    return MemoryBudget(std::max(usual_bytes, least(need) + jobs * job_bytes));
  }

  explicit MemoryBudget(std::uint64_t bytes) : bytes_(bytes) {}

  /// What a run of one job takes at least.
  static std::uint64_t least(const MemoryNeed& need) {
    const std::uint64_t names = need.names * name_bytes + need.name_text * text_factor;
    // While it learns, part of what names take was given back, or is not there yet.
    const std::uint64_t most = std::max(names, names / 3 * 2 + need.learning);
    return program_bytes + job_bytes + need.documents * document_bytes + most;
  }

  bool is_enough_for(const MemoryNeed& need) const { return least(need) <= bytes_; }

  /// How many of `wanted` jobs may run at once, at least one.
  std::size_t jobs(std::size_t wanted, const MemoryNeed& need) const {
    const std::uint64_t further = bytes_ - std::min(bytes_, least(need));
    return std::min<std::size_t>(wanted, 1 + further / job_bytes);
  }

  /// What texts that wait until every name is known may take, beside `documents`.
  std::uint64_t waiting(std::size_t documents) const {
    const std::uint64_t further = bytes_ - std::min(bytes_, least({documents}));
    return std::max(least_waiting, std::min(bytes_ / 4, further));
  }

 private:
  static constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
  static constexpr std::uint64_t program_bytes = 32 * megabyte;
  static constexpr std::uint64_t job_bytes = 20 * megabyte;
  static constexpr std::uint64_t document_bytes = 400;
  static constexpr std::uint64_t name_bytes = 8192;
  static constexpr std::uint64_t text_factor = 30;
  static constexpr std::uint64_t least_waiting = megabyte;

  std::uint64_t bytes_;
};

}  // namespace guidepost::indexer
