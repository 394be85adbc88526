// Which documents pass which filters, and which guide they belong to, by the facet columns.
#pragma once

#include "core/index/facet_columns.h"
#include "core/search/query_plan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <utility>

namespace guidepost {

/// The columns must outlive it.
class FilterTest {
 public:
  static constexpr std::size_t none = facet_field_count;

  /// At most one filter a field.
  FilterTest(const FacetColumns& columns, std::span<const PlanFilter> filters);

  bool passes(std::uint32_t document) const;

  /// The fields whose filter the document fails: none of them, exactly one (its index), or more (false).
  std::pair<bool, std::size_t> failed(std::uint32_t document) const;

  bool is_chosen(FacetField field, std::uint32_t ordinal) const {
    return chosen_[static_cast<std::size_t>(field)].contains(ordinal);
  }

 private:
  bool has_chosen(FacetField field, std::uint32_t document) const;

  const FacetColumns& columns_;
  std::array<bool, facet_field_count> is_filtered_{};
  std::array<std::set<std::uint32_t>, facet_field_count> chosen_;
};

/// The guide of a document; a document of none is its own group, numbered behind all guides.
std::uint64_t group_of(const FacetColumns& columns, std::uint32_t document);

}  // namespace guidepost
