// What a role may need beyond what it declares, where the model has learned nothing of it: the skills related to its needs.
//
// A skill scores the mean of its relatedness to the needs, weighted by what each need counts; every share is one need's.
#pragma once

#include "core/recommend/recommend_data.h"
#include "core/recommend/skill_share.h"

#include <cstdint>
#include <vector>

namespace guidepost {

/// A value for one question.
class RelatedEstimate {
 public:
  /// REQUIRES: role < data.graph.role_count().
  RelatedEstimate(const RecommendData& data, std::uint32_t role);

  /// By skill. Declared ones may have a score too.
  const std::vector<float>& scores() const { return scores_; }

  /// They add up to scores()[skill] but for rounding; by need.
  std::vector<SkillShare> shares_of(std::uint32_t skill) const;

 private:
  struct Tie {
    std::uint32_t skill = 0;
    std::uint32_t need = 0;
    double weight = 0;
  };
  std::vector<Tie> ties_;
  std::vector<float> scores_;
};

}  // namespace guidepost
