#include "indexer/skill_graph_builder.h"

#include <algorithm>

namespace guidepost::indexer {

SkillGraphBuilder::SkillGraphBuilder(const Vocabulary& vocabulary) {
  for (const Skill& skill : vocabulary.skills()) {
    index_.emplace(skill.id, static_cast<std::uint32_t>(parts_.skills.size()));
    parts_.skills.push_back(skill.id);
  }
  parts_.passages_with_skill.resize(parts_.skills.size());
  parts_.neighbours.resize(parts_.skills.size());
}

void SkillGraphBuilder::add_role(const Guide& guide) {
  parts_.roles.push_back({guide.id, guide.title});
  std::vector<SkillGraph::Use>& uses = parts_.skills_of_role.emplace_back();
  for (const SkillUse& use : guide.skills) {
    const auto found = index_.find(use.skill);
    if (found != index_.end()) {
      uses.push_back({found->second, static_cast<std::uint8_t>(use.importance)});
    }
  }
  std::sort(uses.begin(), uses.end(),
            [](const auto& a, const auto& b) { return a.index < b.index; });
}

void SkillGraphBuilder::add_passage(std::span<const std::string> skills) {
  ++parts_.passages;
  std::vector<std::uint32_t> named;
  for (const std::string& id : skills) {
    if (const auto found = index_.find(id); found != index_.end()) named.push_back(found->second);
  }
  for (const std::uint32_t a : named) {
    ++parts_.passages_with_skill[a];
    for (const std::uint32_t b : named) {
      if (a != b) ++together_[{a, b}];
    }
  }
}

SkillGraph SkillGraphBuilder::build() && {
  for (const auto& [pair, passages] : together_) {
    parts_.neighbours[pair.first].push_back({pair.second, passages});
  }
  return SkillGraph(std::move(parts_));
}

}  // namespace guidepost::indexer
