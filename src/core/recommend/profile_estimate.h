// What goes with a set of skills, by the roles that need such sets: the nearest roles vote, each by cosine^2.5 times the length of its needs.
//
// A cosine alone is unjust to roles of many needs: a few held skills can only be a part of them. A vote for a skill counts the square of the role's need of it.
// Words speak beside them: skills whose words are like those of the set, each of the two divided by its largest score among what is not held. A cosine is a
// sum over the held skills, so a vote is shared out by each one's own summand.
#pragma once

#include "core/recommend/near_roles.h"
#include "core/recommend/skill_share.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// A value for one question; the model must outlive it.
class ProfileEstimate {
 public:
  /// `held`: skills, ascending, each once.
  ProfileEstimate(const RoleSkillModel& model, std::span<const std::uint32_t> held);

  /// By skill, 0 to 1 + profile_text; held ones have 0.
  const std::vector<float>& scores() const { return scores_; }

  /// They add up to the score but for rounding.
  std::vector<SkillShare> shares_of(std::uint32_t skill) const;

 private:
  void vote();
  void add_words();

  const RoleSkillModel& model_;
  SkillSet set_;
  std::vector<double> votes_;  // by role: what a vote counts for each unit of its cosine
  float votes_scale_ = 0;      // 1 / the largest of what is not held
  float words_scale_ = 0;
  std::vector<float> scores_;
};

}  // namespace guidepost
