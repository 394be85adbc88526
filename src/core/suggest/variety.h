// Not ten completions of one thing: what repeats moves behind what does not.
#pragma once

#include "core/suggest/suggest_entry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class Variety {
 public:
  /// Entries of one page (a role, its sections and questions), or sections of one kind, that stand before others.
  static constexpr std::size_t most_alike = 3;

  Variety() = default;
  explicit Variety(std::span<const SuggestEntry> entries);

  /// The places of `entries` in an order in which at most `most_alike` of a kind come before the others, otherwise as they were.
  std::vector<std::size_t> order_of(std::span<const std::uint32_t> entries) const;

 private:
  struct Kinds {
    std::uint32_t page = 0;  // 0: of its own
    std::uint32_t topic = 0;
  };

  std::vector<Kinds> kinds_;  // by entry
};

}  // namespace guidepost
