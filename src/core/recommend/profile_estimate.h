// What goes with a set of skills, by the roles that need such sets: the nearest roles vote, each by the cube of its cosine with the set.
//
// Words speak beside them: skills whose words are like those of the set, each of the two divided by its largest score among what is not held. A cosine is a
// sum over the held skills, so a vote is shared out: cosine^2 times each one's own summand.
#pragma once

#include "core/recommend/role_skill_model.h"
#include "core/recommend/skill_share.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// A role and how near it is to the set, 0 to 1.
struct NearRole {
  std::uint32_t role = 0;
  double cosine = 0;
};

/// A value for one question; the model must outlive it.
class ProfileEstimate {
 public:
  /// `held`: skills, ascending, each once. `left_out`: a role that must not vote, or the count of roles.
  ProfileEstimate(const RoleSkillModel& model, std::span<const std::uint32_t> held,
                  std::uint32_t left_out);

  /// By skill, 0 to 1 + profile_text; held ones have 0.
  const std::vector<float>& scores() const { return scores_; }

  /// Best first, ties by number: roles that need any of the set.
  const std::vector<NearRole>& nearest() const { return nearest_; }

  /// They add up to the score but for rounding.
  std::vector<SkillShare> shares_of(std::uint32_t skill) const;

 private:
  void find_nearest(std::uint32_t left_out);
  void vote();
  void add_words();
  double summand(std::uint32_t skill, const SparseRows::Entry& need, std::uint32_t role) const;

  const RoleSkillModel& model_;
  std::vector<std::uint32_t> held_;
  std::vector<bool> is_held_;
  std::vector<NearRole> nearest_;
  double length_ = 0;      // of the set's own weights
  float votes_scale_ = 0;  // 1 / the largest of what is not held
  float words_scale_ = 0;
  std::vector<float> scores_;
};

}  // namespace guidepost
