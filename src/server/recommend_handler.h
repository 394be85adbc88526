// POST /v1/recommend/skills, /roles and /gap; GET /v1/guides/{id}/similar and /next.
//
// Skills and roles go by id, label, alias or with a slip of the pen; every answer says what was understood. A name in the body that nothing
// has is a problem of the body (400), one in the path is not found (404); both name the nearest.
#pragma once

#include "server/http_message.h"
#include "server/serving.h"

#include <string>
#include <vector>

namespace guidepost::server {

std::vector<std::string> role_list_parameters();

/// Skills for `role`, or those that go with `have`; with both, for the role without what is held.
Response recommend_skills(const Request& request, const Serving& serving);
Response recommend_roles(const Request& request, const Serving& serving);
Response recommend_gap(const Request& request, const Serving& serving);

Response similar_roles(const Request& request, const Serving& serving);
Response roles_next(const Request& request, const Serving& serving);

}  // namespace guidepost::server
