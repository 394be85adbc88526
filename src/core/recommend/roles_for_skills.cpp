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
  entries.reserve(amounts.size());
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

void identify(RoleFit& fit, const RecommendData& data, std::uint32_t role) {
  fit.id = data.graph.role(role).id;
  fit.title = data.graph.role(role).title;
  if (role < data.cards.size()) fit.url = data.cards[role].url;
}

/// How the role fits the set, its score aside.
RoleFit fit_of(const RecommendData& data, const SkillSet& set, const HeldSkills& held,
               const StandIns& stand_ins, std::uint32_t role, std::size_t most_missing) {
  RoleFit fit;
  identify(fit, data, role);
  fit.coverage = held.coverage_of(role);
  fit.held = parts_of(data, set, role, stand_ins);
  const auto missing = held.missing_of(role);
  fit.missing_total = missing.size();
  fit.missing = held.needed(role, missing, most_missing);
  return fit;
}

bool is_of_language(const RecommendData& data, std::uint32_t role, const std::string& language) {
  return language.empty() || role >= data.cards.size() || data.cards[role].language == language;
}

RolesAnswer answer_of(const RecommendData& data, const SkillSet& set, const HeldSkills& held,
                      const StandIns& stand_ins, std::vector<NearRole> nearest,
                      const RolesRequest& request) {
  std::erase_if(nearest, [&](const NearRole& near) {
    return !is_of_language(data, near.role, request.language);
  });
  RolesAnswer answer{nearest.size(), true, {}};
  for (std::size_t i = 0; i < nearest.size() && i < request.limit; ++i) {
    RoleFit& fit = answer.roles.emplace_back(
        fit_of(data, set, held, stand_ins, nearest[i].role, request.most_missing));
    fit.score = nearest[i].cosine;
  }
  return answer;
}

std::vector<std::uint32_t> columns_of(std::span<const Entry> entries) {
  std::vector<std::uint32_t> columns;
  columns.reserve(entries.size());
  for (const Entry& entry : entries) columns.push_back(entry.column);
  return columns;
}

/// The request in the role's own language, where it asks for none.
RolesRequest in_language_of(const RecommendData& data, std::uint32_t role, RolesRequest request) {
  if (request.language.empty() && role < data.cards.size()) {
    request.language = data.cards[role].language;
  }
  return request;
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
  const SkillSet set(data.model, std::vector<Entry>(needs.begin(), needs.end()));
  return answer_of(data, set, HeldSkills(data, columns_of(needs)), {}, set.nearest(role),
                   in_language_of(data, role, request));
}

std::vector<RoleFit> shared_with(const RecommendData& data, std::uint32_t role,
                                 std::span<const std::uint32_t> others,
                                 const RolesRequest& request) {
  const auto needs = data.model.needs()[role];
  const SkillSet set(data.model, std::vector<Entry>(needs.begin(), needs.end()));
  const HeldSkills held(data, columns_of(needs));
  const RolesRequest asked = in_language_of(data, role, request);
  std::vector<RoleFit> fits;
  for (const std::uint32_t other : others) {
    const bool shares = set.cosine(other) > 0 && is_of_language(data, other, asked.language);
    RoleFit& fit = fits.emplace_back();
    if (shares) fit = fit_of(data, set, held, {}, other, asked.most_missing);
    identify(fit, data, other);
  }
  return fits;
}

}  // namespace guidepost
