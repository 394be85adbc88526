// How near each role is to a set of skills: the cosine of what they hold and need, each skill damped by how many roles need it.
#pragma once

#include "core/recommend/role_skill_model.h"

#include <cstdint>
#include <vector>

namespace guidepost {

/// A role and how near it is to the set, above 0 to 1.
struct NearRole {
  std::uint32_t role = 0;
  double cosine = 0;
};

/// A value for one question; the model must outlive it.
class SkillSet {
 public:
  /// `held`: each skill once, ascending, with how surely it is held, above 0 to 1.
  SkillSet(const RoleSkillModel& model, std::vector<SparseRows::Entry> held);

  const std::vector<SparseRows::Entry>& held() const { return held_; }
  /// Above 0 for a skill of the set.
  float held(std::uint32_t skill) const { return amounts_[skill]; }

  /// What a held skill gives to the cosine with a role that needs it by `need`: a cosine is the sum of these.
  double summand(std::uint32_t skill, std::uint32_t role, float need) const;

  /// How near one role is, 0 to 1.
  double cosine(std::uint32_t role) const;

  /// Roles that need any of the set, nearest first, ties by number. `left_out`: a role that does not count, or the count of roles.
  std::vector<NearRole> nearest(std::uint32_t left_out) const;

 private:
  const RoleSkillModel& model_;
  std::vector<SparseRows::Entry> held_;
  std::vector<float> amounts_;  // by skill
  double length_ = 0;
};

}  // namespace guidepost
