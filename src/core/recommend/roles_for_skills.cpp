#include "core/recommend/roles_for_skills.h"

#include "core/recommend/near_roles.h"

#include <algorithm>
#include <map>
#include <set>

namespace guidepost {
namespace {

using Entry = SparseRows::Entry;
/// Skill -> the held one it stands for.
using StandIns = std::map<std::uint32_t, std::uint32_t>;

/// Below this two skills are not called alike enough for one to stand for the other.
constexpr float least_stand_in = 0.15F;

/// The nearest in words that some role needs; nullptr when none is near.
const Entry* stand_in_for(const RecommendData& data, std::uint32_t skill) {
  const Entry* best = nullptr;
  for (const Entry& other : data.model.alike(skill)) {
    const bool is_needed = !data.graph.roles_of(other.column).empty();
    if (!is_needed || other.value < least_stand_in) continue;
    if (best == nullptr || other.value > best->value) best = &other;
  }
  return best;
}

std::vector<Entry> amounts_of(const RecommendData& data, const std::set<std::uint32_t>& held,
                              StandIns& stand_ins) {
  std::map<std::uint32_t, float> amounts;
  for (const std::uint32_t skill : held) {
    if (!data.graph.roles_of(skill).empty()) amounts[skill] = 1;
  }
  for (const std::uint32_t skill : held) {
    if (!data.graph.roles_of(skill).empty()) continue;
    const Entry* other = stand_in_for(data, skill);
    if (other == nullptr || amounts.contains(other->column)) continue;
    amounts[other->column] = other->value;
    stand_ins[other->column] = skill;
  }
  std::vector<Entry> entries;
  for (const auto& [skill, amount] : amounts) entries.push_back({skill, amount});
  return entries;
}

std::vector<HeldPart> parts_of(const RecommendData& data, const SkillSet& set, std::uint32_t role,
                               const StandIns& stand_ins) {
  std::vector<HeldPart> parts;
  for (const Entry& need : data.model.needs()[role]) {
    if (set.held(need.column) <= 0) continue;
    const Skill& skill = data.skill(need.column);
    HeldPart& part = parts.emplace_back(
        HeldPart{skill.id, skill.label, set.summand(need.column, role, need.value), {}});
    const auto instead = stand_ins.find(need.column);
    if (instead != stand_ins.end()) part.instead_of = data.skill(instead->second).label;
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const HeldPart& a, const HeldPart& b) { return a.weight > b.weight; });
  return parts;
}

RolesAnswer answer_of(const RecommendData& data, const SkillSet& set, const HeldSkills& held,
                      const StandIns& stand_ins, std::vector<NearRole> nearest,
                      const RolesRequest& request) {
  std::erase_if(nearest, [&](const NearRole& near) {
    return !request.language.empty() && near.role < data.cards.size() &&
           data.cards[near.role].language != request.language;
  });
  RolesAnswer answer{nearest.size(), {}};
  for (std::size_t i = 0; i < nearest.size() && i < request.limit; ++i) {
    const std::uint32_t role = nearest[i].role;
    RoleFit& fit = answer.roles.emplace_back();
    fit.id = data.graph.role(role).id;
    fit.title = data.graph.role(role).title;
    fit.score = nearest[i].cosine;
    fit.coverage = held.coverage_of(role);
    fit.held = parts_of(data, set, role, stand_ins);
    const auto missing = held.missing_of(role);
    fit.missing_total = missing.size();
    fit.missing = held.needed(role, missing, request.most_missing);
  }
  return answer;
}

}  // namespace

RolesAnswer roles_for_skills(const RecommendData& data, std::span<const std::uint32_t> held,
                             const RolesRequest& request) {
  StandIns stand_ins;
  const std::set<std::uint32_t> once(held.begin(), held.end());
  const SkillSet set(data.model, amounts_of(data, once, stand_ins));
  return answer_of(data, set, HeldSkills(data, held), stand_ins,
                   set.nearest(static_cast<std::uint32_t>(data.model.role_count())), request);
}

RolesAnswer roles_like(const RecommendData& data, std::uint32_t role, const RolesRequest& request) {
  const auto needs = data.model.needs()[role];
  std::vector<std::uint32_t> needed;
  for (const Entry& need : needs) needed.push_back(need.column);
  const SkillSet set(data.model, std::vector<Entry>(needs.begin(), needs.end()));
  RolesRequest asked = request;
  if (asked.language.empty() && role < data.cards.size())
    asked.language = data.cards[role].language;
  return answer_of(data, set, HeldSkills(data, needed), {}, set.nearest(role), asked);
}

}  // namespace guidepost
