// Whether a model would come out the same: a hash of all it is made from.
#pragma once

#include "core/recommend/recommend_input.h"

#include <string>

namespace guidepost {

/// Of roles, skills, needs, their texts, and the weights. Relations and what is named together are not among it: the model does not know them.
std::string role_skill_hash_of(const RecommendInput& input);

}  // namespace guidepost
