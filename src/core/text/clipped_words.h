// Short words that people write for longer ones: "dev" for a development or a developer, "mgr" for a manager.
#pragma once

#include <span>
#include <string_view>

namespace guidepost {

/// What a folded English word is short for, and what is written short for it; empty for nearly every word.
std::span<const std::string_view> clipped_or_whole(std::string_view folded_word);

}  // namespace guidepost
