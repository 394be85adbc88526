// Answers as JSON: this folder is the only place where a field name of the API is spelled. docs/http.md is what it must match.
//
// Texts are written as UTF-8, ill-formed bytes as U+FFFD; scores are rounded to a millionth, so that equal indexes answer alike.
#pragma once

#include "core/model/skill.h"
#include "core/recommend/recommender.h"
#include "core/search/search_answer.h"
#include "core/suggest/suggestion.h"

#include <span>
#include <string>

namespace guidepost::json {

/// `took_ms`: what the caller measured, in milliseconds.
std::string search_answer(const SearchAnswer& answer, double took_ms);

std::string suggest_answer(const SuggestAnswer& answer);

/// `to`: the skills asked about; one is written as "skill", several as "skills".
std::string related_answer(std::span<const Skill* const> to, const RelatedAnswer& answer);

}  // namespace guidepost::json
