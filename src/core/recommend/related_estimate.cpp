#include "core/recommend/related_estimate.h"

namespace guidepost {

RelatedEstimate::RelatedEstimate(const RecommendData& data, std::uint32_t role)
    : scores_(data.model.skill_count(), 0) {
  const auto needs = data.model.needs()[role];
  double whole = 0;
  for (const SparseRows::Entry& need : needs) whole += static_cast<double>(need.value);
  for (const SparseRows::Entry& need : needs) {
    const double share = static_cast<double>(need.value) / whole;
    for (const Neighbour& other : data.related.of(need.column)) {
      const Tie& tie = ties_.emplace_back(Tie{other.item, need.column, share * other.score()});
      scores_[tie.skill] += static_cast<float>(tie.weight);
    }
  }
}

std::vector<SkillShare> RelatedEstimate::shares_of(std::uint32_t skill) const {
  std::vector<SkillShare> shares;
  for (const Tie& tie : ties_) {
    if (tie.skill == skill) shares.push_back({ShareKind::related, tie.need, tie.weight});
  }
  return shares;
}

}  // namespace guidepost
