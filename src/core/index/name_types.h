// Of which type of document each name of a generation is.
#pragma once

#include "core/index/facet_columns.h"
#include "core/index/name_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read. Types are ordinals of FacetField::type.
class NameTypes {
 public:
  /// Of a name of a dead document.
  static constexpr std::uint8_t none = 0xff;
  /// A type of no more names than this is rare: they are looked at one by one, so that what has few names sets no bound for what has many.
  static constexpr std::size_t most_of_rare = 2000;

  NameTypes() = default;
  NameTypes(const NameIndex& names, const FacetColumns& facets);

  std::uint8_t of(std::uint32_t name) const { return types_[name]; }
  /// none is rare too.
  bool is_rare(std::uint8_t type) const {
    return type >= counts_.size() || counts_[type] <= most_of_rare;
  }
  /// Those of living documents, ascending.
  std::span<const std::uint32_t> names_of_rare() const { return rare_; }

 private:
  std::vector<std::uint8_t> types_;
  std::vector<std::size_t> counts_;  // of names, by type
  std::vector<std::uint32_t> rare_;
};

}  // namespace guidepost
