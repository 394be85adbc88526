// GET /v1/skills, /v1/skills/{id} and /v1/skills/{id}/related. {id} may be any name of the skill: "k8s" is kubernetes.
#pragma once

#include "server/http_message.h"
#include "server/serving.h"

#include <string>
#include <vector>

namespace guidepost::server {

std::vector<std::string> skill_list_parameters();
std::vector<std::string> related_parameters();

Response skill_list(const Request& request, const Serving& serving);
Response skill(const Request& request, const Serving& serving);
Response related_skills(const Request& request, const Serving& serving);

}  // namespace guidepost::server
