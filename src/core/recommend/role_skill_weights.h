// The numbers of the model of roles and skills, in one table. Chosen by cross-validation on declared needs alone (scripts/tune_recommender).
#pragma once

#include <array>
#include <cstddef>

namespace guidepost {

struct RoleSkillWeights {
  /// What a need counts, by importance 1 to 5: what is essential counts whole, what is optional still tells much.
  std::array<float, 5> need{0.6F, 0.7F, 0.9F, 0.95F, 1.0F};
  /// Added to the kernel's diagonal: how reluctantly the model learns.
  float ridge = 8;
  /// A skill of n roles is scaled by 1 / sqrt(1 + common * n): what is declared everywhere tells little (Steck, NeurIPS 2020).
  float common = 0.1F;
  /// What the likeness of two roles' texts counts beside shared needs.
  float role_text = 5;
  /// What a need that others do not explain says for skills of like words; likeness is the cosine to this power.
  float skill_text = 0.15F;
  /// And for skills of the same group of the source, divided by the root of its size; a group of more members is too wide to tell anything.
  float skill_group = 0.1F;
  std::size_t widest_group = 400;
  float likeness_power = 1.5F;
  float least_likeness = 0.05F;
  std::size_t alike = 50;  // skills of like words that are kept for each
  /// A kernel of more rows is not built: memory grows with the square, time with the cube. Related skills answer alone then (related_estimate.h).
  std::size_t most_rows = 6000;

  /// A profile is compared with all roles; so many of the nearest vote, by the cosine to this power times the length of the role's needs.
  std::size_t nearest = 200;
  float vote_power = 2.5F;
  /// Words beside neighbours, each divided by its largest score.
  float profile_text = 0.25F;
};

inline constexpr RoleSkillWeights role_skill_weights{};

/// Of an importance of 1 to 5; others count as the nearest.
constexpr float weight_of_need(std::size_t importance) {
  const auto& need = role_skill_weights.need;
  return need[importance < 1 ? 0 : (importance > need.size() ? need.size() : importance) - 1];
}

}  // namespace guidepost
