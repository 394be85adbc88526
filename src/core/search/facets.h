// Counts of facet values, disjunctive: a field's counts ignore that field's own filters and obey all others, so each says what choosing
// the value would give.
#pragma once

#include "core/index/facet_columns.h"
#include "core/search/query_plan.h"
#include "core/search/search_answer.h"
#include "core/search/search_request.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

struct FacetResult {
  std::size_t total = 0;            // documents, or groups, that match the text and every filter
  std::vector<FacetCounts> facets;  // in the order of `wanted`
};

/// `documents`: those that match the text, each once, whatever the filters say. `filters`: at most one entry a field. With
/// Group::guide everything is counted in guides; a document of no guide is a group of its own. A value is listed when it is selected or
/// its count is not 0. O(documents * values each).
FacetResult count_facets(const FacetColumns& columns, std::span<const std::uint32_t> documents,
                         std::span<const PlanFilter> filters, std::span<const FacetField> wanted,
                         Group group);

}  // namespace guidepost
