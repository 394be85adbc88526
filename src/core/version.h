// The version of this program.
#pragma once

#include <string_view>

namespace guidepost {

inline constexpr std::string_view version = GUIDEPOST_VERSION;

}  // namespace guidepost
