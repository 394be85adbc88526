#include "indexer/catalogue_units.h"

#include <bit>

namespace guidepost::indexer {

CatalogueUnits::CatalogueUnits(const Catalogue& catalogue, const IdTable& taken)
    : catalogue_(catalogue), taken_(taken), slots_(std::bit_ceil(2 * catalogue.size() + 2), 0) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < catalogue.size(); ++place) {
    const std::uint64_t unit = catalogue.unit_at(place);
    if (unit == 0) continue;
    std::size_t slot = unit & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(place + 1);
  }
}

bool CatalogueUnits::knows(std::uint64_t unit) const {
  const auto place = place_of(unit);
  return place && !taken_.find(catalogue_.at(*place).id);
}

std::optional<std::size_t> CatalogueUnits::place_of(std::uint64_t unit) const {
  if (unit == 0) return std::nullopt;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = unit & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (catalogue_.unit_at(slots_[slot] - 1) == unit) return slots_[slot] - 1;
  }
  return std::nullopt;
}

}  // namespace guidepost::indexer
