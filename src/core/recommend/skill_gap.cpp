#include "core/recommend/skill_gap.h"

#include <algorithm>

namespace guidepost {
namespace {

/// A role that is hardly begun is not opened by one more skill.
constexpr double least_opened = 0.15;

std::vector<OpenedRole> opened_by(const RecommendData& data, const HeldSkills& held,
                                  std::uint32_t skill, std::uint32_t role, std::size_t most) {
  std::vector<OpenedRole> opened;
  for (const SkillGraph::Use& use : data.graph.roles_of(skill)) {
    if (use.index == role) continue;
    const SkillGraph::Role& other = data.graph.role(use.index);
    const double before = held.coverage_of(use.index);
    const double after = before + held.needed(use.index, skill).share;
    if (after >= least_opened) opened.push_back({other.id, other.title, before, after});
  }
  std::sort(opened.begin(), opened.end(), [](const OpenedRole& a, const OpenedRole& b) {
    return a.after != b.after ? a.after > b.after : a.id < b.id;
  });
  opened.resize(std::min(opened.size(), most));
  return opened;
}

/// Likely needs that the role does not declare.
std::vector<RelatedSkill> beyond(const RecommendData& data, std::uint32_t role,
                                 const HeldSkills& held, const GapRequest& request) {
  SkillsRequest wanted;
  wanted.limit = request.most_beyond;
  wanted.admits = [&](const std::string& id) { return !held.has(data.graph.skill_index(id)); };
  return skills_for_role(data, role, wanted, Reasons::no).skills;
}

}  // namespace

GapAnswer skill_gap(const RecommendData& data, std::uint32_t role,
                    std::span<const std::uint32_t> held, const GapRequest& request) {
  const HeldSkills have(data, held);
  GapAnswer gap;
  gap.role = data.graph.role(role).id;
  gap.title = data.graph.role(role).title;
  gap.coverage = have.coverage_of(role);
  const std::vector<std::uint32_t> there = have.held_of(role);
  gap.held = have.needed(role, there, there.size());
  std::vector<std::uint32_t> missing = have.missing_of(role);
  gap.missing_total = missing.size();
  missing.resize(std::min(missing.size(), request.limit));
  for (const LearningStep& step : learning_order(data, missing)) {
    const std::uint32_t skill = missing[step.place];
    GapStep& one = gap.missing.emplace_back();
    one.skill = have.needed(role, skill);
    for (const LearningStep::After& after : step.after) {
      const Skill& earlier = data.skill(missing[after.place]);
      one.after.push_back({earlier.id, earlier.label, after.why});
    }
    one.opens = opened_by(data, have, skill, role, request.most_opened);
    one.needed_by = data.graph.roles_of(skill).size();
  }
  gap.beyond = beyond(data, role, have, request);
  return gap;
}

}  // namespace guidepost
