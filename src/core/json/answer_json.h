// Answers as JSON: the only place where a field name of the API is spelled. docs/http.md is what it must match.
//
// Texts are written as UTF-8, ill-formed bytes as U+FFFD; scores are rounded to a millionth, so that equal indexes answer alike.
#pragma once

#include "core/model/guide.h"
#include "core/model/skill.h"
#include "core/model/vocabulary.h"
#include "core/recommend/recommender.h"
#include "core/search/search_answer.h"
#include "core/suggest/suggestion.h"

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

/// `took_ms`: what the caller measured, in milliseconds.
std::string search_answer(const SearchAnswer& answer, double took_ms);

std::string suggest_answer(const SuggestAnswer& answer);

/// `vocabulary` gives skills their labels and kinds; a skill it does not know is shown by its id.
std::string guide(const Guide& guide, const Vocabulary& vocabulary);
std::string tip(const Tip& tip, const Vocabulary& vocabulary);

std::string skill_list(const SkillList& list);
std::string skill(const Skill& skill, std::span<const RoleUse> guides);

/// `to`: the skills asked about; one is written as "skill", several as "skills".
std::string related_answer(std::span<const Skill* const> to, const RelatedAnswer& answer);

}  // namespace guidepost::json
