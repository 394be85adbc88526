// What an operator and a machine ask: does it live, is it ready, what is it, how is it called.
#pragma once

#include "server/http_message.h"
#include "server/serving.h"

namespace guidepost::server {

/// As long as the process answers at all.
Response health(const Request& request);

/// 200 while a generation is being served and the server is not about to stop. `details` says when a newer generation was refused.
Response readiness(const Request& request, const Serving& serving);

Response version(const Request& request, const Serving& serving);

/// The OpenAPI 3.1 document, openapi.json as it was when the program was built.
Response openapi(const Request& request);

}  // namespace guidepost::server
