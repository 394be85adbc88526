// GET /v1/search.
#pragma once

#include "core/result.h"
#include "core/search/search_request.h"
#include "server/http_message.h"
#include "server/serving.h"

#include <string>
#include <vector>

namespace guidepost::server {

std::vector<std::string> search_parameters();

/// The question that the parameters ask. bad_usage says which of them is wrong; the text q never is.
Result<SearchRequest> search_request(const Request& request);

Response search(const Request& request, const Serving& serving);

}  // namespace guidepost::server
