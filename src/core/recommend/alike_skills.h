// Skills of like words: for each the nearest of its source and language by the cosine of label, aliases and description.
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/recommend/text_space.h"

#include <cstdint>
#include <vector>

namespace guidepost {

/// Skills x skills, a few a row, none with itself; values as role_skill_weights says.
SparseRows alike_skills(const RecommendInput& input);

/// Groups x skills: what the source puts together, two to widest_group skills each; every value is 1 / the root of the group's size.
SparseRows skill_groups(const RecommendInput& input);

/// Equal for labels of the same words in any order; 0 for a label without words.
std::vector<std::uint64_t> label_keys(const RecommendInput& input);

}  // namespace guidepost
