// GET /v1/suggest.
#pragma once

#include "server/http_message.h"
#include "server/serving.h"

#include <string>
#include <vector>

namespace guidepost::server {

std::vector<std::string> suggest_parameters();

Response suggest(const Request& request, const Serving& serving);

}  // namespace guidepost::server
