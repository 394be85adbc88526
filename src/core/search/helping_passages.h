// Passages that help to learn a skill: those about it before those that only list it, those of a role's own guide before others.
#pragma once

#include "core/model/vocabulary.h"
#include "core/recommend/skill_gap.h"
#include "core/result.h"
#include "core/search/searcher.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct HelpingPassage {
  std::string id;
  std::string type;  // "passage" or "tip"
  std::string title;
  std::string guide;  // may be empty
  std::string url;
};

using HelpingPassages = std::vector<HelpingPassage>;

/// The best passages and tips that name or declare `skill`, at most `limit`; empty where none does. `role`: id of the guide whose passages come first.
Result<HelpingPassages> helping_passages(const Searcher& searcher, const Skill& skill,
                                         std::string_view role, std::size_t limit);

/// Each step costs up to two searches, and nobody learns more at once.
inline constexpr std::size_t most_helped = 20;

/// Two for each of the first most_helped missing skills of the gap, in its order; lists for no others.
Result<std::vector<HelpingPassages>> help_with_gap(const Searcher& searcher,
                                                   const Vocabulary& vocabulary,
                                                   const GapAnswer& gap);

}  // namespace guidepost
