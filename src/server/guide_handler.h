// GET /v1/guides/{id} and GET /v1/tips/{id}: one of them, whole.
#pragma once

#include "server/http_message.h"
#include "server/serving.h"

namespace guidepost::server {

Response guide(const Request& request, const Serving& serving);
Response tip(const Request& request, const Serving& serving);

}  // namespace guidepost::server
