// What can be counted of two skills: which roles declare both, how many passages name both, and how many would by chance.
#pragma once

#include "core/recommend/related_skill.h"
#include "core/recommend/skill_graph.h"

#include <cstddef>
#include <cstdint>

namespace guidepost {

/// A reason of that kind, without weight: `shared` of `of`, `expected` by chance for sets of `a` and `b`.
Reason counted_reason(ReasonKind kind, std::size_t shared, std::size_t a, std::size_t b,
                      std::size_t of);

/// Roles that declare both; `guides` has the first of them. Costs as much as both have roles. REQUIRES: both < graph.skill_count().
Reason roles_with_both(const SkillGraph& graph, std::uint32_t a, std::uint32_t b);

/// Passages that name both.
Reason passages_with_both(const SkillGraph& graph, std::uint32_t a, std::uint32_t b);

}  // namespace guidepost
