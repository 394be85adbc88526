// Skills for a role beyond those it declares, and skills that go with a set: scores, and why.
#pragma once

#include "core/recommend/recommend_data.h"
#include "core/recommend/related_skill.h"
#include "core/recommend/skill_choice.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

struct SkillsAnswer {
  std::size_t total =
      0;  // skills there are, at least so many where it is not exact; `skills` may hold fewer
  bool is_exact = true;
  std::vector<RelatedSkill>
      skills;  // best first, ties by id; the weights of each one's reasons add up to its score
};

/// Whether reasons are worked out: they cost more than the scores.
enum class Reasons { no, yes };

/// By the model; where it has learned nothing of the role, those related to what the role declares. REQUIRES: role < data.graph.role_count().
SkillsAnswer skills_for_role(const RecommendData& data, std::uint32_t role,
                             const SkillsRequest& request, Reasons reasons);

/// `held`: numbers of skills, in any order.
SkillsAnswer skills_for_set(const RecommendData& data, std::span<const std::uint32_t> held,
                            const SkillsRequest& request, Reasons reasons);

}  // namespace guidepost
