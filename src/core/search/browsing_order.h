// The first documents that somebody who asks for nothing is shown: guides, tips, skills, passages; each by title.
//
// Put in order once for a generation, so that showing a million documents does not compare a million titles again and again.
#pragma once

#include "core/index/generation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class BrowsingOrder {
 public:
  /// Living documents only. O(documents * log most).
  explicit BrowsingOrder(const Generation& generation);

  static constexpr std::size_t most = 2000;

  std::span<const std::uint32_t> first() const { return first_; }
  /// Whether those are all there are.
  bool is_whole() const { return is_whole_; }

 private:
  std::vector<std::uint32_t> first_;
  bool is_whole_ = true;
};

}  // namespace guidepost
