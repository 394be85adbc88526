// What a role needs beyond what it declares, by the model: how strongly its needs, its text and like words speak for every skill.
//
// With q the role's needs, the score of skill j is (q W^2 X' M x_j + a t' M x_j) / own_j, in the words of recommendation literature an EASE^r with the
// role's text as further evidence; and, times skill_text, the sum over skills i of (q_i - expected_i) * likeness(i, j): needs that others do not explain
// speak for skills of like words. It is linear in q, so every share is exact. See recommendation in docs.
#pragma once

#include "core/recommend/role_skill_model.h"
#include "core/recommend/skill_share.h"

#include <cstdint>
#include <vector>

namespace guidepost {

/// A value for one question; the model must outlive it.
class RoleEstimate {
 public:
  /// REQUIRES: role < model.role_count(). A role of no block knows nothing: all scores are 0.
  RoleEstimate(const RoleSkillModel& model, std::uint32_t role);

  /// By skill; those of other blocks have 0. Declared ones have a score too.
  const std::vector<float>& scores() const { return scores_; }

  /// Shares of a skill that is not declared: they add up to `score`, which is scores()[skill] but for rounding.
  struct Shares {
    double score = 0;
    std::vector<SkillShare> shares;  // by kind, then skill
  };
  Shares shares_of(std::uint32_t skill) const;

 private:
  void expect_by_roles();
  void expect_by_skills();
  void add_words();
  void add_groups();
  float residue(std::uint32_t skill) const;
  double share_by_roles(std::uint32_t skill, std::vector<SkillShare>& shares) const;

  const RoleSkillModel& model_;
  std::uint32_t role_;
  const RoleSkillModel::Block* block_;
  std::vector<float> declared_;  // by skill
  std::vector<float> expected_;  // by skill: what the model gives back, itself included
  std::vector<float> scores_;
};

}  // namespace guidepost
