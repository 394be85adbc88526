#include "core/recommend/profile_estimate.h"

#include "core/recommend/role_skill_weights.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

/// The largest of what is not held, as a factor that makes it 1; 0 when there is nothing.
float scale_of(const std::vector<float>& scores, const SkillSet& set) {
  float largest = 0;
  for (std::uint32_t skill = 0; skill < scores.size(); ++skill) {
    if (set.held(skill) <= 0) largest = std::max(largest, scores[skill]);
  }
  return largest > 0 ? 1 / largest : 0;
}

/// How much a near role says: the longer its needs, the smaller its cosine with a set that can only be a part of them, so length counts for it.
double vote_of(const RoleSkillModel& model, const NearRole& role) {
  return std::pow(role.cosine, static_cast<double>(role_skill_weights.vote_power)) *
         model.norm(role.role);
}

/// What it says of a skill that it needs so much. Weights of needs are made for comparing; what is wanted as an answer falls off faster.
float wanted(float need) { return need * need; }

std::vector<SparseRows::Entry> whole(std::span<const std::uint32_t> held) {
  std::vector<SparseRows::Entry> entries;
  entries.reserve(held.size());
  for (const std::uint32_t skill : held) entries.push_back({skill, 1});
  return entries;
}

}  // namespace

ProfileEstimate::ProfileEstimate(const RoleSkillModel& model, std::span<const std::uint32_t> held)
    : model_(model),
      set_(model, whole(held)),
      votes_(model.role_count(), 0),
      scores_(model.skill_count(), 0) {
  vote();
  add_words();
  for (const SparseRows::Entry& skill : set_.held()) scores_[skill.column] = 0;
}

void ProfileEstimate::vote() {
  std::vector<NearRole> voters = set_.nearest(static_cast<std::uint32_t>(model_.role_count()));
  voters.resize(std::min(voters.size(), role_skill_weights.nearest));
  for (const NearRole& voter : voters) {
    const double vote = vote_of(model_, voter);
    votes_[voter.role] = vote / voter.cosine;
    for (const SparseRows::Entry& need : model_.needs()[voter.role]) {
      scores_[need.column] += static_cast<float>(vote) * wanted(need.value);
    }
  }
  votes_scale_ = scale_of(scores_, set_);
  for (float& score : scores_) score *= votes_scale_;
}

void ProfileEstimate::add_words() {
  std::vector<float> words(scores_.size(), 0);
  for (const SparseRows::Entry& skill : set_.held()) {
    for (const SparseRows::Entry& other : model_.alike(skill.column)) {
      words[other.column] += other.value;
    }
  }
  words_scale_ = scale_of(words, set_) * role_skill_weights.profile_text;
  for (std::size_t skill = 0; skill < words.size(); ++skill) {
    scores_[skill] += words[skill] * words_scale_;
  }
}

std::vector<SkillShare> ProfileEstimate::shares_of(std::uint32_t skill) const {
  std::vector<double> given(model_.role_count(), 0);
  for (const SparseRows::Entry& holder : model_.holders()[skill]) {
    given[holder.column] = votes_[holder.column] * votes_scale_ * wanted(holder.value);
  }
  std::vector<SkillShare> shares;
  for (const SparseRows::Entry& held : set_.held()) {
    SkillShare share{ShareKind::roles, held.column, 0};
    for (const SparseRows::Entry& holder : model_.holders()[held.column]) {
      if (given[holder.column] <= 0) continue;
      share.weight += given[holder.column] * set_.summand(held.column, holder.column, holder.value);
    }
    shares.push_back(share);
  }
  for (const SparseRows::Entry& other : model_.alike_to(skill)) {
    if (set_.held(other.column) <= 0) continue;
    shares.push_back(
        {ShareKind::words, other.column, static_cast<double>(other.value) * words_scale_});
  }
  return shares;
}

}  // namespace guidepost
