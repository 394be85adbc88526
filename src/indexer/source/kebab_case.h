// The form of every id and anchor: "backend-developer", never "Backend_Developer" or "backend--developer".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::indexer {

inline constexpr std::size_t most_id_bytes = 80;

/// a-z, 0-9, single hyphens between, 1 to most_id_bytes bytes.
bool is_kebab_case(std::string_view text);

/// The words of `text` in that form: "Pay & perks" -> "pay-perks", "Résumé" -> "resume". Empty when no letter or digit of ASCII is
/// left after folding.
std::string kebab_case(std::string_view text);

}  // namespace guidepost::indexer
