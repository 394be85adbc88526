// For every role the roles similar to it, and what the similarity is made of: subject, titles, tasks, profile, level.
//
// A fixed linear mix (recommend_weights.h) of the parts of role_pairs.h. Runs when an index is built. Which skills two roles share is a reason worked
// out when it is asked for.
#pragma once

#include "core/recommend/neighbour_lists.h"
#include "core/recommend/recommend_input.h"

#include <cstddef>

namespace guidepost {

inline constexpr std::size_t longest_similar_list = 100;

/// A list for every role of the input, by its number; parts are role_part_names of role_pairs.h. A list holds up to longest_similar_list others of the same language,
/// best first. Deterministic, whatever `threads` is.
NeighbourTable build_similar_roles(const RecommendInput& input, std::size_t threads);

}  // namespace guidepost
