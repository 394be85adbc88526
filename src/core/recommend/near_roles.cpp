#include "core/recommend/near_roles.h"

#include <algorithm>
#include <cmath>

namespace guidepost {

SkillSet::SkillSet(const RoleSkillModel& model, std::vector<SparseRows::Entry> held)
    : model_(model), held_(std::move(held)), amounts_(model.skill_count(), 0) {
  for (const SparseRows::Entry& skill : held_) {
    amounts_[skill.column] = skill.value;
    const double weight = static_cast<double>(skill.value) * model_.idf(skill.column);
    length_ += weight * weight;
  }
  length_ = std::sqrt(length_);
}

double SkillSet::summand(std::uint32_t skill, std::uint32_t role, float need) const {
  const double idf = model_.idf(skill);
  const double lengths = length_ * model_.norm(role);
  return lengths > 0 ? idf * idf * amounts_[skill] * need / lengths : 0;
}

double SkillSet::cosine(std::uint32_t role) const {
  double cosine = 0;
  for (const SparseRows::Entry& need : model_.needs()[role]) {
    if (held(need.column) > 0) cosine += summand(need.column, role, need.value);
  }
  return cosine;
}

std::vector<NearRole> SkillSet::nearest(std::uint32_t left_out) const {
  std::vector<double> cosines(model_.role_count(), 0);
  for (const SparseRows::Entry& skill : held_) {
    for (const SparseRows::Entry& holder : model_.holders()[skill.column]) {
      cosines[holder.column] += summand(skill.column, holder.column, holder.value);
    }
  }
  std::vector<NearRole> nearest;
  for (std::uint32_t role = 0; role < cosines.size(); ++role) {
    if (cosines[role] > 0 && role != left_out) nearest.push_back({role, cosines[role]});
  }
  std::sort(nearest.begin(), nearest.end(), [](const NearRole& a, const NearRole& b) {
    return a.cosine != b.cosine ? a.cosine > b.cosine : a.role < b.role;
  });
  return nearest;
}

}  // namespace guidepost
