// What a score of a skill is made of: exact shares that add up to it.
#pragma once

#include <cstdint>
#include <vector>

namespace guidepost {

/// Where a share of a score comes from.
enum class ShareKind {
  roles,      // roles that need both: `skill` is the one already there
  words,      // like words: `skill` is the one already there
  group,      // the same group of the source: likewise
  related,    // related to `skill`, which is there
  role_text,  // roles whose texts are like this one's; of no single skill
};

struct SkillShare {
  ShareKind kind = ShareKind::roles;
  std::uint32_t skill = 0;  // not of role_text
  double weight = 0;        // may be negative
};

struct ScoredSkill {
  std::uint32_t skill = 0;
  double score = 0;
};

}  // namespace guidepost
