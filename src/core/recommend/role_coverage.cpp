#include "core/recommend/role_coverage.h"

#include <algorithm>

namespace guidepost {
namespace {

double whole_of(std::span<const SparseRows::Entry> needs) {
  double whole = 0;
  for (const SparseRows::Entry& need : needs) whole += need.value;
  return whole;
}

/// Itself, and what is called like it; by number.
std::vector<std::uint32_t> called_like(const RecommendData& data, std::uint32_t skill) {
  std::vector<std::uint32_t> all{skill};
  for (const auto others : {data.model.called_alike(skill), data.namesakes.of(skill)}) {
    all.insert(all.end(), others.begin(), others.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

HeldSkills::HeldSkills(const RecommendData& data, std::span<const std::uint32_t> held)
    : data_(data), is_held_(data.model.skill_count(), false) {
  for (const std::uint32_t skill : held) {
    for (const std::uint32_t one : called_like(data, skill)) is_held_[one] = true;
  }
}

std::vector<std::uint32_t> HeldSkills::added_by(std::uint32_t skill) const {
  std::vector<std::uint32_t> added = called_like(data_, skill);
  std::erase_if(added, [&](std::uint32_t one) { return is_held_[one]; });
  return added;
}

double HeldSkills::coverage_of(std::uint32_t role) const {
  const auto needs = data_.model.needs()[role];
  double held = 0;
  for (const SparseRows::Entry& need : needs) {
    if (is_held_[need.column]) held += need.value;
  }
  return held > 0 ? held / whole_of(needs) : 0;
}

std::vector<std::uint32_t> HeldSkills::needs_of(std::uint32_t role, bool held) const {
  std::vector<SkillGraph::Use> uses;
  for (const SkillGraph::Use& use : data_.graph.skills_of(role)) {
    if (is_held_[use.index] == held) uses.push_back(use);
  }
  std::stable_sort(uses.begin(), uses.end(), [&](const auto& a, const auto& b) {
    if (a.importance != b.importance) return a.importance > b.importance;
    return data_.graph.roles_of(a.index).size() > data_.graph.roles_of(b.index).size();
  });
  std::vector<std::uint32_t> skills;
  skills.reserve(uses.size());
  for (const SkillGraph::Use& use : uses) skills.push_back(use.index);
  return skills;
}

NeededSkill HeldSkills::needed(std::uint32_t role, std::uint32_t skill) const {
  const auto needs = data_.model.needs()[role];
  return needed(role, skill, whole_of(needs));
}

/// `whole`: of all the role needs. Its uses and its needs are in the order of skills.
NeededSkill HeldSkills::needed(std::uint32_t role, std::uint32_t skill, double whole) const {
  const Skill& known = data_.skill(skill);
  NeededSkill needed{known.id, known.label, known.kind, 0, 0};
  const auto uses = data_.graph.skills_of(role);
  const auto use =
      std::lower_bound(uses.begin(), uses.end(), skill,
                       [](const auto& one, auto number) { return one.index < number; });
  if (use != uses.end() && use->index == skill) needed.importance = use->importance;
  const auto needs = data_.model.needs()[role];
  const auto need =
      std::lower_bound(needs.begin(), needs.end(), skill,
                       [](const auto& one, auto number) { return one.column < number; });
  if (need != needs.end() && need->column == skill) needed.share = need->value / whole;
  return needed;
}

std::vector<NeededSkill> HeldSkills::needed(std::uint32_t role,
                                            const std::vector<std::uint32_t>& skills,
                                            std::size_t limit) const {
  const double whole = whole_of(data_.model.needs()[role]);
  std::vector<NeededSkill> needs;
  for (std::size_t i = 0; i < skills.size() && i < limit; ++i) {
    needs.push_back(needed(role, skills[i], whole));
  }
  return needs;
}

}  // namespace guidepost
