// A text as a JSON string literal, for objects that are put together from pieces of JSON.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// `text` in quotes, with everything escaped that must be. REQUIRES: valid UTF-8.
std::string json_text(std::string_view text);

}  // namespace guidepost::indexer
