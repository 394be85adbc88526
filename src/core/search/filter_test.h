// Which documents pass which filters, and which guide they belong to, by the facet columns.
#pragma once

#include "core/index/facet_columns.h"
#include "core/search/query_plan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace guidepost {

/// The columns must outlive it.
class FilterTest {
 public:
  static constexpr std::size_t none = facet_field_count;

  /// At most one filter a field.
  FilterTest(const FacetColumns& columns, std::span<const PlanFilter> filters);

  bool passes(std::uint32_t document) const {
    return std::all_of(filtered_.begin(), filtered_.end(),
                       [&](FacetField field) { return has_chosen(field, document); });
  }

  /// Takes away the masks (by number of a document) of those that fail a filter.
  void remove_failing(std::span<std::uint32_t> masks) const;
  /// Takes away the masks of those that pass a filter.
  void remove_passing(std::span<std::uint32_t> masks) const;

  /// The fields whose filter the document fails: none of them, exactly one (its index), or more (false).
  std::pair<bool, std::size_t> failed(std::uint32_t document) const;

  bool is_chosen(FacetField field, std::uint32_t ordinal) const {
    const std::vector<char>& chosen = chosen_[static_cast<std::size_t>(field)];
    return ordinal < chosen.size() && chosen[ordinal] != 0;
  }

 private:
  bool has_chosen(FacetField field, std::uint32_t document) const {
    const auto ordinals = columns_.ordinals(field, document);
    return std::any_of(ordinals.begin(), ordinals.end(),
                       [&](std::uint32_t ordinal) { return is_chosen(field, ordinal); });
  }

  const FacetColumns& columns_;
  std::vector<FacetField> filtered_;                         // the fields that have a filter
  std::array<std::vector<char>, facet_field_count> chosen_;  // by ordinal
};

/// The guide of a document; a document of none is its own group, numbered behind all guides.
std::uint64_t group_of(const FacetColumns& columns, std::uint32_t document);

}  // namespace guidepost
