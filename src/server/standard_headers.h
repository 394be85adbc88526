// The headers that every answer carries, whoever made it.
#pragma once

#include "server/http_message.h"

#include <string>
#include <string_view>

namespace guidepost::server {

/// `path`: as sent; empty when no request could be read. What a handler has set stays. Answers under /v1/ get
/// Access-Control-Allow-Origin unless `cors_origin` is empty; on other paths a preflight's headers are taken out.
void add_standard_headers(Response& response, std::string_view path, std::string_view request_id,
                          const std::string& cors_origin);

}  // namespace guidepost::server
