#include "core/recommend/skill_suggestions.h"

#include "core/recommend/pair_evidence.h"
#include "core/recommend/profile_estimate.h"
#include "core/recommend/related_estimate.h"
#include "core/recommend/role_estimate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace guidepost {
namespace {

constexpr std::size_t most_reasons = 4;  // the others are one: the rest

ReasonKind kind_of(ShareKind kind) {
  switch (kind) {
    case ShareKind::roles:
      return ReasonKind::roles;
    case ShareKind::words:
      return ReasonKind::words;
    case ShareKind::group:
      return ReasonKind::group;
    case ShareKind::related:
      return ReasonKind::part;
    case ShareKind::role_text:
      return ReasonKind::role_text;
  }
  return ReasonKind::rest;
}

/// The largest shares as reasons, the others as one.
std::vector<Reason> reasons_of(const RecommendData& data, std::uint32_t skill,
                               std::vector<SkillShare> shares) {
  std::erase_if(shares, [](const SkillShare& share) { return share.weight == 0; });
  // Of hundreds of shares only the first few are told apart; equal ones stay in the order in which they came.
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t told = std::min(order.size(), most_reasons);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(told), order.end(),
                    [&](std::size_t a, std::size_t b) {
                      const double of_a = std::abs(shares[a].weight);
                      const double of_b = std::abs(shares[b].weight);
                      return of_a != of_b ? of_a > of_b : a < b;
                    });
  std::vector<Reason> reasons;
  Reason rest;
  rest.kind = ReasonKind::rest;
  for (const std::size_t place : order) {
    const SkillShare& share = shares[place];
    if (reasons.size() >= most_reasons) {
      rest.weight += share.weight;
      ++rest.of;
      continue;
    }
    const bool is_counted = share.kind == ShareKind::roles;
    Reason& reason = reasons.emplace_back(
        is_counted ? roles_with_both(data.graph, share.skill, skill) : Reason{});
    reason.kind = kind_of(share.kind);
    reason.weight = share.weight;
    if (share.kind == ShareKind::role_text) continue;
    reason.skill = data.skill(share.skill).id;
    reason.label = data.skill(share.skill).label;
    if (share.kind == ShareKind::related) reason.part = "related";
  }
  if (rest.of > 0) reasons.push_back(std::move(rest));
  return reasons;
}

RelatedSkill suggested(const RecommendData& data, const ScoredSkill& scored) {
  const Skill& skill = data.skill(scored.skill);
  return {skill.id, skill.label, skill.kind, scored.score, {}};
}

/// `shares_of`: from a skill to the shares of its score.
template <typename SharesOf>
SkillsAnswer answer_of(const RecommendData& data, const SkillChoice& choice, Reasons reasons,
                       const SharesOf& shares_of) {
  SkillsAnswer answer{choice.total, choice.is_exact, {}};
  for (const ScoredSkill& scored : choice.best) {
    RelatedSkill& skill = answer.skills.emplace_back(suggested(data, scored));
    if (reasons == Reasons::no) continue;
    skill.reasons = reasons_of(data, scored.skill, shares_of(scored.skill));
  }
  return answer;
}

/// There is no kernel over roles and skills that are too many for one.
bool has_learned_of(const RoleSkillModel& model, std::uint32_t role) {
  const RoleSkillModel::Block* block = model.block_of_role(role);
  return block != nullptr && block->side != RoleSkillModel::Side::none;
}

}  // namespace

SkillsAnswer skills_for_role(const RecommendData& data, std::uint32_t role,
                             const SkillsRequest& request, Reasons reasons) {
  SkillsRequest asked = request;
  if (asked.languages.empty() && role < data.cards.size())
    asked.languages = {data.cards[role].language};
  std::vector<std::uint32_t> declared;
  for (const SparseRows::Entry& need : data.model.needs()[role]) declared.push_back(need.column);
  if (!has_learned_of(data.model, role)) {
    const RelatedEstimate estimate(data, role);
    return answer_of(data, choose_skills(data, estimate.scores(), declared, asked), reasons,
                     [&](std::uint32_t skill) { return estimate.shares_of(skill); });
  }
  const RoleEstimate estimate(data.model, role);
  return answer_of(data, choose_skills(data, estimate.scores(), declared, asked), reasons,
                   [&](std::uint32_t skill) { return estimate.shares_of(skill).shares; });
}

SkillsAnswer skills_for_set(const RecommendData& data, std::span<const std::uint32_t> held,
                            const SkillsRequest& request, Reasons reasons) {
  std::vector<std::uint32_t> set(held.begin(), held.end());
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  if (set.empty()) return {};
  SkillsRequest asked = request;
  if (asked.languages.empty()) {
    for (const std::uint32_t skill : set) asked.languages.push_back(data.skill(skill).language);
  }
  const ProfileEstimate estimate(data.model, set);
  return answer_of(data, choose_skills(data, estimate.scores(), set, asked), reasons,
                   [&](std::uint32_t skill) { return estimate.shares_of(skill); });
}

}  // namespace guidepost
