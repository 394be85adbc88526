// The ids of a run and where each came from: at a million documents a node-based map would be half of the memory there is.
#pragma once

#include "core/index/checksum.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace guidepost::indexer {

/// Hashes of ids -> a number each; open addressing, linear probing. Grows by doubling, never shrinks.
class IdTable {
 public:
  IdTable() : slots_(1024) {}

  /// False when the id is there already; its number stays.
  bool insert(const Hash128& id, std::uint32_t number);
  std::optional<std::uint32_t> find(const Hash128& id) const;

 private:
  struct Slot {
    Hash128 id;
    std::uint32_t number = free;
  };
  static constexpr std::uint32_t free = 0xffffffffU;

  std::size_t place_of(const Hash128& id) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two of them
  std::size_t used_ = 0;
};

}  // namespace guidepost::indexer
