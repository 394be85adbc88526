// Lines that open more containers than anybody writes.
//
// md4c opens every container of a line before it tells anyone, at a cost that grows with the square of their number, so a line of a
// hundred thousand `>` is refused before md4c sees it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost::indexer {

/// Quotes and list items inside one another.
inline constexpr std::size_t deepest_nesting = 32;

/// The first line that opens more than that many at once; nothing when none does. `markdown` begins on `line`.
std::optional<std::size_t> first_line_too_deep(std::string_view markdown, std::size_t line);

}  // namespace guidepost::indexer
