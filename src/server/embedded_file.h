// A file that became part of the program: cmake/EmbedFiles.cmake writes tables of these.
#pragma once

#include <string_view>

namespace guidepost::server {

struct EmbeddedFile {
  std::string_view name;  // "app.js"
  std::string_view bytes;
};

}  // namespace guidepost::server
