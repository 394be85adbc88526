// The graph of a few roles and skills, for tests and fuzzers alike.
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/recommend/skill_graph.h"

#include <utility>

namespace guidepost::test {

/// Fills in what the indexer would: sorted needs are expected.
inline SkillGraph graph_of(const RecommendInput& input) {
  SkillGraph::Parts parts;
  for (const auto& skill : input.skills) parts.skills.push_back(skill.id);
  for (const auto& role : input.roles) parts.roles.push_back({role.id, role.title});
  parts.skills_of_role.resize(input.roles.size());
  for (const auto& need : input.needs) {
    parts.skills_of_role[need.role].push_back({need.skill, need.importance});
  }
  parts.passages_with_skill.resize(input.skills.size());
  parts.neighbours.resize(input.skills.size());
  return SkillGraph(std::move(parts));
}

}  // namespace guidepost::test
