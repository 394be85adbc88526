// Recommendations as JSON, with what was understood of the names that were given. See answer_json.h.
#pragma once

#include "core/recommend/name_resolver.h"
#include "core/recommend/next_roles.h"
#include "core/recommend/roles_for_skills.h"
#include "core/recommend/skill_gap.h"
#include "core/recommend/skill_suggestions.h"
#include "core/search/helping_passages.h"

#include <span>
#include <string>

namespace guidepost::json {

/// Skills for a role, or beside a set: `role` is nullptr where only skills were given.
std::string skills_answer(const Understood* role, std::span<const Understood> have,
                          const SkillsAnswer& answer);

/// Roles that fit the skills.
std::string roles_answer(std::span<const Understood> have, const RolesAnswer& answer);

std::string similar_answer(const Understood& role, const RolesAnswer& answer);

/// `help`: one list for each missing skill, in their order; may be shorter.
std::string gap_answer(const Understood& role, std::span<const Understood> have,
                       const GapAnswer& answer, std::span<const HelpingPassages> help);

std::string next_answer(const Understood& role, const NextAnswer& answer);

}  // namespace guidepost::json
