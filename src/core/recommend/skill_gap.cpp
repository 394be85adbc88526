#include "core/recommend/skill_gap.h"

#include <algorithm>
#include <map>

namespace guidepost {
namespace {

/// A role that is hardly begun is not opened by one more skill.
constexpr double least_opened = 0.15;

/// How much of each role is covered already, and how much there is.
struct Covered {
  double share = 0;
  double whole = 0;
};

std::vector<Covered> covered(const RecommendData& data, const HeldSkills& held) {
  std::vector<Covered> roles(data.model.role_count());
  for (std::uint32_t role = 0; role < roles.size(); ++role) {
    roles[role].share = held.coverage_of(role);
    for (const SparseRows::Entry& need : data.model.needs()[role]) roles[role].whole += need.value;
  }
  return roles;
}

/// What these skills add to the needs that are held of each role; ascending by role.
std::map<std::uint32_t, double> gains_of(const RecommendData& data,
                                         std::span<const std::uint32_t> added) {
  std::map<std::uint32_t, double> gains;
  for (const std::uint32_t skill : added) {
    for (const SparseRows::Entry& holder : data.model.holders()[skill]) {
      gains[holder.column] += static_cast<double>(holder.value);
    }
  }
  return gains;
}

/// `added`: what would be held with one more skill.
std::vector<OpenedRole> opened_by(const RecommendData& data, const std::vector<Covered>& roles,
                                  std::span<const std::uint32_t> added, std::uint32_t role,
                                  std::size_t most) {
  struct Reached {
    double after = 0;
    std::uint32_t role = 0;
  };
  std::vector<Reached> reached;
  for (const auto& [other, gain] : gains_of(data, added)) {
    const double after = roles[other].share + gain / roles[other].whole;
    if (other != role && after >= least_opened) reached.push_back({after, other});
  }
  const std::size_t count = std::min(reached.size(), most);
  std::partial_sort(reached.begin(), reached.begin() + static_cast<std::ptrdiff_t>(count),
                    reached.end(), [](const Reached& a, const Reached& b) {
                      return a.after != b.after ? a.after > b.after : a.role < b.role;
                    });
  std::vector<OpenedRole> opened;
  for (std::size_t i = 0; i < count; ++i) {
    const SkillGraph::Role& other = data.graph.role(reached[i].role);
    opened.push_back({other.id, other.title, roles[reached[i].role].share, reached[i].after});
  }
  return opened;
}

/// Likely needs that the role does not declare.
std::vector<RelatedSkill> beyond(const RecommendData& data, std::uint32_t role,
                                 std::span<const std::uint32_t> held, const GapRequest& request) {
  SkillsRequest wanted;
  wanted.limit = request.most_beyond;
  wanted.most_counted = 0;
  wanted.besides.assign(held.begin(), held.end());
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
  SkillsShown named(data.forms);
  std::erase_if(missing, [&](std::uint32_t skill) { return !named.add(skill); });
  gap.missing_total = missing.size();
  missing.resize(std::min(missing.size(), request.limit));
  const std::vector<Covered> roles = covered(data, have);
  for (const LearningStep& step : learning_order(data, missing)) {
    const std::uint32_t skill = missing[step.place];
    GapStep& one = gap.missing.emplace_back();
    one.skill = have.needed(role, skill);
    for (const LearningStep::After& after : step.after) {
      const Skill& earlier = data.skill(missing[after.place]);
      one.after.push_back({earlier.id, earlier.label, after.why});
    }
    one.opens = opened_by(data, roles, have.added_by(skill), role, request.most_opened);
    one.needed_by = data.graph.roles_of(skill).size();
  }
  gap.beyond = beyond(data, role, held, request);
  return gap;
}

}  // namespace guidepost
