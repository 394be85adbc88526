// What is shown whole as JSON: a guide, a tip, a skill and lists of them. See answer_json.h.
#pragma once

#include "core/model/guide.h"
#include "core/model/skill.h"
#include "core/model/vocabulary.h"
#include "core/recommend/recommender.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace guidepost::json {

/// A window on the skills that were asked for.
struct SkillList {
  std::size_t total = 0;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::vector<const Skill*> skills;
};

/// `vocabulary` gives skills their labels and kinds; a skill it does not know is shown by its id.
std::string guide(const Guide& guide, const Vocabulary& vocabulary);
std::string tip(const Tip& tip, const Vocabulary& vocabulary);

std::string skill_list(const SkillList& list);
std::string skill(const Skill& skill, std::span<const RoleUse> guides);

}  // namespace guidepost::json
