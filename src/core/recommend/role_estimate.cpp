#include "core/recommend/role_estimate.h"

#include "core/recommend/role_skill_weights.h"

#include <cmath>

namespace guidepost {
namespace {

using Side = RoleSkillModel::Side;

/// What is less than this of a need says nothing: fifteen of sixteen skills are such, and passing over them saves most of the time.
constexpr float least_residue = 5e-3F;

}  // namespace

RoleEstimate::RoleEstimate(const RoleSkillModel& model, std::uint32_t role)
    : model_(model),
      role_(role),
      block_(model.block_of_role(role)),
      declared_(model.skill_count(), 0),
      expected_(model.skill_count(), 0),
      scores_(model.skill_count(), 0) {
  for (const SparseRows::Entry& need : model.needs()[role]) declared_[need.column] = need.value;
  if (block_ == nullptr || block_->side == Side::none) return;
  if (block_->side == Side::roles) {
    expect_by_roles();
  } else {
    expect_by_skills();
  }
  for (const std::uint32_t skill : block_->skills) {
    scores_[skill] = expected_[skill] / model_.own(skill);
  }
  add_words();
  add_groups();
}

/// The weight of each role is e_q - ridge M[q]: what the kernel's own row comes to (see the header; no text is needed for it).
void RoleEstimate::expect_by_roles() {
  std::vector<float> weights(block_->rows(), 0);
  const std::uint32_t own = model_.row_of_role(role_);
  model_.add_row(*block_, own, -role_skill_weights.ridge, weights);
  weights[own] += 1;
  for (std::size_t row = 0; row < weights.size(); ++row) {
    for (const SparseRows::Entry& need : model_.needs()[block_->roles[row]]) {
      expected_[need.column] += weights[row] * need.value;
    }
  }
}

/// From i to j: (w_i / w_j) (1 where they are the same - ridge P_ij).
void RoleEstimate::expect_by_skills() {
  std::vector<float> sums(block_->rows(), 0);
  for (const SparseRows::Entry& need : model_.needs()[role_]) {
    const float factor = need.value * model_.scale(need.column);
    const std::uint32_t row = model_.row_of_skill(need.column);
    model_.add_row(*block_, row, -role_skill_weights.ridge * factor, sums);
    sums[row] += factor;
  }
  for (std::size_t row = 0; row < sums.size(); ++row) {
    expected_[block_->skills[row]] = sums[row] / model_.scale(block_->skills[row]);
  }
}

void RoleEstimate::add_words() {
  for (const std::uint32_t skill : block_->skills) {
    const float left = residue(skill);
    if (left == 0) continue;
    for (const SparseRows::Entry& other : model_.alike(skill)) {
      scores_[other.column] += role_skill_weights.skill_text * left * other.value;
    }
  }
}

void RoleEstimate::add_groups() {
  std::vector<float> sums(model_.groups().size(), 0);
  for (const std::uint32_t skill : block_->skills) {
    for (const SparseRows::Entry& group : model_.groups_of(skill))
      sums[group.column] += residue(skill);
  }
  for (std::size_t group = 0; group < sums.size(); ++group) {
    if (sums[group] == 0) continue;
    for (const SparseRows::Entry& member : model_.groups()[group]) {
      const float others = sums[group] - residue(member.column);
      scores_[member.column] += role_skill_weights.skill_group * others * member.value;
    }
  }
}

float RoleEstimate::residue(std::uint32_t skill) const {
  const float left = declared_[skill] - expected_[skill];
  return std::abs(left) < least_residue ? 0 : left;
}

RoleEstimate::Shares RoleEstimate::shares_of(std::uint32_t skill) const {
  Shares result;
  if (block_ == nullptr || block_->side == Side::none) return result;
  result.score = share_by_roles(skill, result.shares);
  for (const SparseRows::Entry& other : model_.alike_to(skill)) {
    const double weight =
        static_cast<double>(role_skill_weights.skill_text) * residue(other.column) * other.value;
    if (weight != 0) result.shares.push_back({ShareKind::words, other.column, weight});
    result.score += weight;
  }
  for (const SparseRows::Entry& group : model_.groups_of(skill)) {
    for (const SparseRows::Entry& member : model_.groups()[group.column]) {
      const double weight = static_cast<double>(role_skill_weights.skill_group) *
                            residue(member.column) * group.value;
      if (member.column == skill || weight == 0) continue;
      result.shares.push_back({ShareKind::group, member.column, weight});
      result.score += weight;
    }
  }
  return result;
}

/// Shares of the score's first part; what no declared skill accounts for is the texts'.
double RoleEstimate::share_by_roles(std::uint32_t skill, std::vector<SkillShare>& shares) const {
  const auto needs = model_.needs()[role_];
  const double score = static_cast<double>(expected_[skill]) / model_.own(skill);
  if (model_.block_of_skill(skill) != block_) return 0;
  std::vector<float> row(block_->rows(), 0);
  const bool is_by_roles = block_->side == Side::roles;
  if (is_by_roles) {
    std::vector<SparseRows::Entry> rows;
    for (const SparseRows::Entry& holder : model_.holders()[skill]) {
      rows.push_back({model_.row_of_role(holder.column), holder.value});
    }
    model_.add_rows(*block_, rows, row);
  } else {
    model_.add_row(*block_, model_.row_of_skill(skill), -role_skill_weights.ridge, row);
  }
  double rest = score;
  for (const SparseRows::Entry& need : needs) {
    double weight = 0;
    const double scale = model_.scale(need.column);
    if (is_by_roles) {
      for (const SparseRows::Entry& holder : model_.holders()[need.column]) {
        weight += static_cast<double>(holder.value) * row[model_.row_of_role(holder.column)];
      }
      weight *= scale * scale;
    } else {
      weight = row[model_.row_of_skill(need.column)] * scale / model_.scale(skill);
    }
    weight *= need.value / model_.own(skill);
    shares.push_back({ShareKind::roles, need.column, weight});
    rest -= weight;
  }
  if (is_by_roles) {
    shares.push_back({ShareKind::role_text, 0, rest});
    return score;
  }
  return score - rest;  // rounding is nobody's share
}

}  // namespace guidepost
