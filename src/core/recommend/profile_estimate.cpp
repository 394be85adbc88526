#include "core/recommend/profile_estimate.h"

#include "core/recommend/role_skill_weights.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

float cube(double value) { return static_cast<float>(value * value * value); }

/// The largest of what is not held, as a factor that makes it 1; 0 when there is nothing.
float scale_of(const std::vector<float>& scores, const std::vector<bool>& is_held) {
  float largest = 0;
  for (std::size_t skill = 0; skill < scores.size(); ++skill) {
    if (!is_held[skill]) largest = std::max(largest, scores[skill]);
  }
  return largest > 0 ? 1 / largest : 0;
}

}  // namespace

ProfileEstimate::ProfileEstimate(const RoleSkillModel& model, std::span<const std::uint32_t> held,
                                 std::uint32_t left_out)
    : model_(model),
      held_(held.begin(), held.end()),
      is_held_(model.skill_count(), false),
      scores_(model.skill_count(), 0) {
  for (const std::uint32_t skill : held_) {
    is_held_[skill] = true;
    length_ += static_cast<double>(model_.idf(skill)) * model_.idf(skill);
  }
  length_ = std::sqrt(length_);
  find_nearest(left_out);
  vote();
  add_words();
  for (const std::uint32_t skill : held_) scores_[skill] = 0;
}

/// What a held skill gives to the cosine with a role that needs it.
double ProfileEstimate::summand(std::uint32_t skill, const SparseRows::Entry& need,
                                std::uint32_t role) const {
  const double idf = model_.idf(skill);
  const double lengths = length_ * model_.norm(role);
  return lengths > 0 ? idf * idf * need.value / lengths : 0;
}

void ProfileEstimate::find_nearest(std::uint32_t left_out) {
  std::vector<double> cosines(model_.role_count(), 0);
  for (const std::uint32_t skill : held_) {
    for (const SparseRows::Entry& holder : model_.holders()[skill]) {
      cosines[holder.column] += summand(skill, holder, holder.column);
    }
  }
  for (std::uint32_t role = 0; role < cosines.size(); ++role) {
    if (cosines[role] > 0 && role != left_out) nearest_.push_back({role, cosines[role]});
  }
  std::sort(nearest_.begin(), nearest_.end(), [](const NearRole& a, const NearRole& b) {
    return a.cosine != b.cosine ? a.cosine > b.cosine : a.role < b.role;
  });
}

void ProfileEstimate::vote() {
  const std::size_t voters = std::min(nearest_.size(), role_skill_weights.nearest);
  for (std::size_t i = 0; i < voters; ++i) {
    const float weight = cube(nearest_[i].cosine);
    for (const SparseRows::Entry& need : model_.needs()[nearest_[i].role]) {
      scores_[need.column] += weight * need.value;
    }
  }
  votes_scale_ = scale_of(scores_, is_held_);
  for (float& score : scores_) score *= votes_scale_;
}

void ProfileEstimate::add_words() {
  std::vector<float> words(scores_.size(), 0);
  for (const std::uint32_t skill : held_) {
    for (const SparseRows::Entry& other : model_.alike(skill)) words[other.column] += other.value;
  }
  words_scale_ = scale_of(words, is_held_) * role_skill_weights.profile_text;
  for (std::size_t skill = 0; skill < words.size(); ++skill) {
    scores_[skill] += words[skill] * words_scale_;
  }
}

std::vector<SkillShare> ProfileEstimate::shares_of(std::uint32_t skill) const {
  std::vector<SkillShare> shares;
  for (const std::uint32_t held : held_) shares.push_back({ShareKind::roles, held, 0});
  const std::size_t voters = std::min(nearest_.size(), role_skill_weights.nearest);
  std::vector<float> needed(model_.role_count(), 0);  // how much each role needs the skill
  for (const SparseRows::Entry& holder : model_.holders()[skill]) {
    needed[holder.column] = holder.value;
  }
  std::vector<double> votes(model_.role_count(), 0);
  for (std::size_t i = 0; i < voters; ++i) {
    const auto [role, cosine] = nearest_[i];
    votes[role] = cosine * cosine * needed[role] * votes_scale_;
  }
  for (SkillShare& share : shares) {
    for (const SparseRows::Entry& holder : model_.holders()[share.skill]) {
      if (votes[holder.column] <= 0) continue;
      share.weight += votes[holder.column] * summand(share.skill, holder, holder.column);
    }
  }
  for (const SparseRows::Entry& other : model_.alike_to(skill)) {
    if (!is_held_[other.column]) continue;
    shares.push_back(
        {ShareKind::words, other.column, static_cast<double>(other.value) * words_scale_});
  }
  return shares;
}

}  // namespace guidepost
