// Whether related skills and similar roles would come out the same: a hash of all that their lists are made from.
#pragma once

#include "core/recommend/recommend_input.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// `model_hash`: role_skill_hash_of(input), which knows the texts and needs; here are the kinds, levels, relations, what is named together, and the
/// weights. Families and career paths of roles are not among it: no list depends on them.
std::string neighbour_hash_of(const RecommendInput& input, std::string_view model_hash);

/// What it would be with other weights.
std::string neighbour_hash_of(const RecommendInput& input, std::string_view model_hash,
                              std::span<const double> weights);

/// Every number of recommend_weights.h, in the order of the file: a new one belongs here too.
std::vector<double> neighbour_weights();

}  // namespace guidepost
