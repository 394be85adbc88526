// Which roles have anything to do with each other: those of one source, and those that need the same skill.
#pragma once

#include "core/recommend/recommend_input.h"

#include <cstdint>
#include <vector>

namespace guidepost {

struct RoleBlock {
  std::vector<std::uint32_t> roles;   // ascending
  std::vector<std::uint32_t> skills;  // ascending; those that its roles need
};

/// By their first role. A role that needs nothing is in the block of its source.
std::vector<RoleBlock> role_blocks_of(const RecommendInput& input);

}  // namespace guidepost
