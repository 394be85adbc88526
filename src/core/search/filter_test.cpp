#include "core/search/filter_test.h"

#include <algorithm>

namespace guidepost {

FilterTest::FilterTest(const FacetColumns& columns, std::span<const PlanFilter> filters)
    : columns_(columns) {
  for (const PlanFilter& filter : filters) {
    std::vector<char>& chosen = chosen_[static_cast<std::size_t>(filter.field)];
    if (chosen.empty()) filtered_.push_back(filter.field);
    chosen.resize(columns.value_count(filter.field) + 1, 0);  // never empty
    for (const std::string& value : filter.values) {
      if (const auto ordinal = columns.find(filter.field, value)) chosen[*ordinal] = 1;
    }
  }
}

void FilterTest::remove_failing(std::span<std::uint32_t> masks) const {
  for (const FacetField field : filtered_) {
    columns_.remove(FacetColumns::Having::none, field, chosen_[static_cast<std::size_t>(field)],
                    masks);
  }
}

void FilterTest::remove_passing(std::span<std::uint32_t> masks) const {
  for (const FacetField field : filtered_) {
    columns_.remove(FacetColumns::Having::some, field, chosen_[static_cast<std::size_t>(field)],
                    masks);
  }
}

std::pair<bool, std::size_t> FilterTest::failed(std::uint32_t document) const {
  std::size_t failed_field = none;
  for (const FacetField field : filtered_) {
    if (has_chosen(field, document)) continue;
    if (failed_field != none) return {false, none};
    failed_field = static_cast<std::size_t>(field);
  }
  return {true, failed_field};
}

std::uint64_t group_of(const FacetColumns& columns, std::uint32_t document) {
  const auto roles = columns.ordinals(FacetField::role, document);
  return roles.empty() ? columns.value_count(FacetField::role) + std::uint64_t{document} : roles[0];
}

}  // namespace guidepost
