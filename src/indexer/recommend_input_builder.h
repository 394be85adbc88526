// What the recommender is built from, out of the outline and the skills that passages name.
#pragma once

#include "core/index/names.h"
#include "core/recommend/recommend_input.h"
#include "core/recommend/skill_graph.h"
#include "indexer/outline.h"

namespace guidepost::indexer {

/// Roles and skills are numbered as in `graph`, which is of the same outline.
RecommendInput recommend_input_of(const Outline& outline, const Names& names,
                                  const SkillGraph& graph);

/// Who needs what and where roles come from; without names and texts.
RecommendInput needs_of(const Outline& outline, const Names& names);

}  // namespace guidepost::indexer
