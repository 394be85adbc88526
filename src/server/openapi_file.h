// openapi.json, embedded when the program was built.
#pragma once

#include <string_view>

namespace guidepost::server {

std::string_view openapi_file();

}  // namespace guidepost::server
