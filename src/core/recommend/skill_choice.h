// The best of all scored skills: nothing that is there already, nothing twice in other words, only what was asked for.
#pragma once

#include "core/recommend/recommend_data.h"
#include "core/recommend/skill_share.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace guidepost {

/// What a question about skills may ask for.
struct SkillsRequest {
  std::size_t limit = 10;
  std::size_t most_counted = 500;      // the total is that of so many best ones, `limit` or more
  std::vector<SkillKind> kinds;        // none: all
  std::vector<std::string> languages;  // none: those of the role or skills asked about
  std::vector<std::uint32_t> besides;  // numbers of skills that are there too
  std::function<bool(const std::string& id)> admits;  // empty: every skill
};

struct SkillChoice {
  std::size_t total =
      0;  // skills that score above 0 and would be shown, were there room; at least so many where it is not exact
  bool is_exact = true;           // false where there are more than are counted
  std::vector<ScoredSkill> best;  // best first, ties by number
};

/// `scores`: by skill. `there`: skills held or declared, any order; what is called like one of them, or like a better one, is left out too.
SkillChoice choose_skills(const RecommendData& data, const std::vector<float>& scores,
                          std::span<const std::uint32_t> there, const SkillsRequest& request);

}  // namespace guidepost
