// Recommendations for a person at a terminal.
#pragma once

#include "cli/terminal.h"
#include "core/recommend/name_resolver.h"
#include "core/recommend/next_roles.h"
#include "core/recommend/roles_for_skills.h"
#include "core/recommend/skill_gap.h"
#include "core/search/helping_passages.h"

#include <span>
#include <string>
#include <vector>

namespace guidepost::cli {

/// A line for each name that was not taken as typed; empty when all were.
std::string corrections(const std::vector<Understood>& names, const Style& style);

std::string text_of(const RolesAnswer& answer, const Style& style);
std::string text_of(const GapAnswer& answer, std::span<const HelpingPassages> help,
                    const Style& style);
std::string text_of(const NextAnswer& answer, const Style& style);

}  // namespace guidepost::cli
