// Answers for a person at a terminal.
#pragma once

#include "cli/terminal.h"
#include "core/recommend/recommender.h"
#include "core/search/search_answer.h"
#include "core/suggest/suggestion.h"

#include <string>

namespace guidepost::cli {

std::string text_of(const SearchAnswer& answer, const Style& style);
std::string text_of(const SuggestAnswer& answer, const Style& style);
std::string text_of(const RelatedAnswer& answer, const Style& style);

}  // namespace guidepost::cli
