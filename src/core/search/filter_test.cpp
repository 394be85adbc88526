#include "core/search/filter_test.h"

#include <algorithm>

namespace guidepost {

FilterTest::FilterTest(const FacetColumns& columns, std::span<const PlanFilter> filters)
    : columns_(columns) {
  for (const PlanFilter& filter : filters) {
    const auto field = static_cast<std::size_t>(filter.field);
    is_filtered_[field] = true;
    for (const std::string& value : filter.values) {
      if (const auto ordinal = columns.find(filter.field, value)) chosen_[field].insert(*ordinal);
    }
  }
}

bool FilterTest::passes(std::uint32_t document) const {
  return std::all_of(all_facet_fields.begin(), all_facet_fields.end(), [&](FacetField field) {
    return !is_filtered_[static_cast<std::size_t>(field)] || has_chosen(field, document);
  });
}

std::pair<bool, std::size_t> FilterTest::failed(std::uint32_t document) const {
  std::size_t failed_field = none;
  for (const FacetField field : all_facet_fields) {
    const auto index = static_cast<std::size_t>(field);
    if (!is_filtered_[index] || has_chosen(field, document)) continue;
    if (failed_field != none) return {false, none};
    failed_field = index;
  }
  return {true, failed_field};
}

bool FilterTest::has_chosen(FacetField field, std::uint32_t document) const {
  const std::set<std::uint32_t>& chosen = chosen_[static_cast<std::size_t>(field)];
  const auto ordinals = columns_.ordinals(field, document);
  return std::any_of(ordinals.begin(), ordinals.end(),
                     [&](std::uint32_t ordinal) { return chosen.contains(ordinal); });
}

std::uint64_t group_of(const FacetColumns& columns, std::uint32_t document) {
  const auto roles = columns.ordinals(FacetField::role, document);
  return roles.empty() ? columns.value_count(FacetField::role) + std::uint64_t{document} : roles[0];
}

}  // namespace guidepost
