#include "indexer/id_table.h"

#include <utility>

namespace guidepost::indexer {

std::size_t IdTable::place_of(const Hash128& id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = id.low & mask;
  while (slots_[place].number != free && slots_[place].id != id) place = (place + 1) & mask;
  return place;
}

bool IdTable::insert(const Hash128& id, std::uint32_t number) {
  if (used_ * 10 >= slots_.size() * 7) grow();
  Slot& slot = slots_[place_of(id)];
  if (slot.number != free) return false;
  slot = {id, number};
  ++used_;
  return true;
}

std::optional<std::uint32_t> IdTable::find(const Hash128& id) const {
  const Slot& slot = slots_[place_of(id)];
  if (slot.number == free) return std::nullopt;
  return slot.number;
}

void IdTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.number != free) slots_[place_of(slot.id)] = slot;
  }
}

}  // namespace guidepost::indexer
