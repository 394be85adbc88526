// What the outline of a run says it will hold.
#pragma once

#include "core/index/names.h"
#include "indexer/memory_budget.h"
#include "indexer/outline.h"

#include <cstddef>

namespace guidepost::indexer {

/// `names`: of the outline. `threads`: on which the recommender learns.
MemoryNeed memory_need_of(const Outline& outline, const Names& names, std::size_t threads);

}  // namespace guidepost::indexer
