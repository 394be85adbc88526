// Roles similar to another one: by subject, titles, tasks, profile and level, as the lists of the generation have them; what they share in skills beside it.
#pragma once

#include "core/recommend/roles_for_skills.h"

#include <cstdint>

namespace guidepost {

/// Best first, as far down as request.least_similarity; the parts of a role add up to its score, what is held is of the skills that both need. A role without a list has those that need the
/// like of what it needs (roles_like). REQUIRES: role < data.graph.role_count().
RolesAnswer similar_roles(const RecommendData& data, std::uint32_t role,
                          const RolesRequest& request);

}  // namespace guidepost
