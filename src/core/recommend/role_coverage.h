// How much of what a role needs is there: the importance-weighted share, what is missing, and how it changes.
#pragma once

#include "core/recommend/recommend_data.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guidepost {

/// A skill that a role needs.
struct NeededSkill {
  std::string id;
  std::string label;
  SkillKind kind = SkillKind::skill;
  int importance = 0;  // 1 to 5
  double share = 0;    // of all the role needs, by importance
};

/// Skills that are held, with all that is called like one of them: in the same words (label_key) or by another form of the name (Namesakes).
class HeldSkills {
 public:
  HeldSkills(const RecommendData& data, std::span<const std::uint32_t> held);

  /// What would be held with the skill that is not yet, itself among it; by number.
  std::vector<std::uint32_t> added_by(std::uint32_t skill) const;

  /// 0 to 1; 0 for a role that needs nothing. Never falls when a skill is added.
  double coverage_of(std::uint32_t role) const;
  /// What the role needs and is held, or is not: most important first, then what more roles need, then by id.
  std::vector<std::uint32_t> held_of(std::uint32_t role) const { return needs_of(role, true); }
  std::vector<std::uint32_t> missing_of(std::uint32_t role) const { return needs_of(role, false); }

  NeededSkill needed(std::uint32_t role, std::uint32_t skill) const;
  /// The first `limit` of `skills`, which the role needs.
  std::vector<NeededSkill> needed(std::uint32_t role, const std::vector<std::uint32_t>& skills,
                                  std::size_t limit) const;

 private:
  std::vector<std::uint32_t> needs_of(std::uint32_t role, bool held) const;
  NeededSkill needed(std::uint32_t role, std::uint32_t skill, double whole) const;

  const RecommendData& data_;
  std::vector<bool> is_held_;
};

}  // namespace guidepost
