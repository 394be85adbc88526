// XXH3-128 in hex: detects damage, not malice.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

std::string checksum_of(std::string_view bytes);

/// Reads the file once, in pieces. io_failed when it cannot be read.
Result<std::string> checksum_of_file(const std::filesystem::path& file);

}  // namespace guidepost
