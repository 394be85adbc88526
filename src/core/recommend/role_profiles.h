// Roles as points in the space of skills they need.
//
// O*NET rates every occupation in the same few dozen kinds of knowledge and skill; there the difference from the usual tells. Where a role needs a
// few of very many skills, which ones it needs tells.
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/recommend/text_space.h"

namespace guidepost {

/// Of each role of a source that rates skills of this kind (ten at least, and its roles need a quarter of them on average): how far each importance is from the
/// source's mean, in standard deviations, as a row of length 1; a skill that is not needed counts as importance 1. Other roles have empty rows.
SparseRows rated_profiles(const RecommendInput& input, SkillKind kind);

/// Of each role the skills it needs that are not rated so: importance times idf among the roles of its source, as a row of length 1.
SparseRows need_profiles(const RecommendInput& input);

}  // namespace guidepost
