// The best of what matched, in the asked order: filters, grouping and ties in one place, whatever executor found the matches.
#pragma once

#include "core/index/generation.h"
#include "core/search/query_plan.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

struct Match {
  std::uint32_t document = 0;  // its number in the generation
  double score = 0;
};

enum class Ranking {
  by_score,          // ties by id
  for_browsing,      // guides, tips, skills, passages; each by title, then id
  by_title,          // ties by id
  by_title_backward  // ties by id
};

/// The `most` first of `matches` that pass every filter; with Group::guide the first of each guide. Equal scores follow the ids, never the
/// places of documents in the index.
std::vector<Match> best_of(const Generation& generation, std::span<const Match> matches,
                           std::span<const PlanFilter> filters, std::size_t most, Ranking ranking,
                           Group group);

}  // namespace guidepost
