// The units (lines of JSON Lines) that the documents of a generation were read from, by their hash.
#pragma once

#include "core/index/catalogue.h"
#include "indexer/id_table.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace guidepost::indexer {

/// Open addressing over places of the catalogue: four bytes a slot, the hashes stay where they are.
class CatalogueUnits : public KnownUnits {
 public:
  /// `taken`: the ids of the run so far; what collides with one of them is not known, so that it is read and reported. Both outlive this.
  CatalogueUnits(const Catalogue& catalogue, const IdTable& taken);

  bool knows(std::uint64_t unit) const override;

  /// The place in the catalogue; nothing when no document was read from such a unit.
  std::optional<std::size_t> place_of(std::uint64_t unit) const;

 private:
  const Catalogue& catalogue_;
  const IdTable& taken_;
  std::vector<std::uint32_t> slots_;  // place + 1; 0: free. A power of two of them
};

}  // namespace guidepost::indexer
