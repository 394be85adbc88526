// A name letter by letter: the n-grams of its words, and the initials of runs of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace guidepost {

/// The runs of 2 to 5 bytes inside each word of `text` (folded, a space between words), word borders included as a space; each once, sorted.
/// A gram is its bytes in a number.
std::vector<std::uint64_t> letter_grams(std::string_view text);

/// 2 to 5 letters or digits as a number; nothing for anything else.
std::optional<std::uint32_t> initials_key(std::string_view initials);

}  // namespace guidepost
