// For every item its nearest others, best first, and what each nearness is made of: related skills and similar roles are such lists.
//
// A file of the generation, mapped: opening reads nothing but its head, and all threads share its pages. Parts are kept as 16-bit multiples of a
// step of their own (the largest value over 32,767); a score is the sum of the parts as kept, so shares add up exactly.
//
//   "GPNL" version u32 | items u32 | parts u32 | names | step of each part f32 | begins u32 x (items + 1) | { item u32, part i16 x parts } ...
#pragma once

#include "core/index/mapped_file.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guidepost {

struct Neighbour {
  std::uint32_t item = 0;
  std::vector<float> parts;  // one for each named part, in their order; may be negative

  /// The sum of its parts.
  double score() const;
};

/// What write_neighbour_lists() writes: `of[i]` are the neighbours of item i, numbers below of.size().
struct NeighbourTable {
  std::vector<std::string> parts;  // names, at most 255
  std::vector<std::vector<Neighbour>> of;
};

/// Each list is put in order: by score as kept, ties by item. io_failed when it cannot be written. REQUIRES: every neighbour has table.parts.size()
/// parts, all finite, and an item below table.of.size().
Result<void> write_neighbour_lists(const NeighbourTable& table, const std::filesystem::path& file);

/// Immutable; all threads may read.
class NeighbourLists {
 public:
  NeighbourLists() = default;

  /// `items`: how many there must be. index_damaged when the file is not what a writer wrote for so many.
  static Result<NeighbourLists> open(const std::filesystem::path& file, std::size_t items);

  std::size_t size() const { return items_; }
  const std::vector<std::string>& parts() const { return parts_; }

  /// Best first, ties by item; empty for an item there is not. The first `limit` of them.
  std::vector<Neighbour> of(std::uint32_t item, std::size_t limit = all) const;

  static constexpr std::size_t all = static_cast<std::size_t>(-1);

 private:
  MappedFile file_;
  std::size_t items_ = 0;
  std::vector<std::string> parts_;
  std::vector<float> steps_;
  std::size_t begins_ = 0;   // offset in the file
  std::size_t entries_ = 0;  // offset in the file
};

}  // namespace guidepost
