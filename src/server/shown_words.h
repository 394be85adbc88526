// How the message of a problem shows what a caller sent, and what could have been sent.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guidepost::server {

/// In quotes, as UTF-8, cut where it is long.
std::string in_quotes(std::string_view text);

/// "a, b, c".
std::string listed(std::span<const std::string_view> words);

}  // namespace guidepost::server
