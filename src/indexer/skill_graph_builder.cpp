#include "indexer/skill_graph_builder.h"

#include <algorithm>

namespace guidepost::indexer {

SkillGraphBuilder::SkillGraphBuilder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (const Skill& skill : vocabulary.skills()) parts_.skills.push_back(skill.id);
  parts_.passages_with_skill.resize(parts_.skills.size());
  parts_.neighbours.resize(parts_.skills.size());
}

std::uint32_t SkillGraphBuilder::index_of(std::string_view skill) const {
  const auto found = std::lower_bound(parts_.skills.begin(), parts_.skills.end(), skill);
  if (found == parts_.skills.end() || *found != skill) return unknown;
  return static_cast<std::uint32_t>(found - parts_.skills.begin());
}

void SkillGraphBuilder::add_role(const GuideHead& guide) {
  parts_.roles.push_back({guide.id, guide.title});
  std::vector<SkillGraph::Use>& uses = parts_.skills_of_role.emplace_back();
  for (const SkillUse& use : guide.skills) {
    const Skill* skill = vocabulary_.named(use.skill);
    if (skill == nullptr) continue;
    uses.push_back({index_of(skill->id), static_cast<std::uint8_t>(use.importance)});
  }
  // Two names of one skill: the more important use counts.
  std::sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) {
    return a.index != b.index ? a.index < b.index : a.importance > b.importance;
  });
  uses.erase(std::unique(uses.begin(), uses.end(),
                         [](const auto& a, const auto& b) { return a.index == b.index; }),
             uses.end());
}

void SkillGraphBuilder::add_passage(std::span<const std::uint32_t> skills) {
  ++parts_.passages;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    ++parts_.passages_with_skill[skills[i]];
    for (std::size_t j = i + 1; j < skills.size(); ++j) {
      const auto [low, high] = std::minmax(skills[i], skills[j]);
      ++together_[(std::uint64_t{low} << 32U) | high];
    }
  }
}

SkillGraph SkillGraphBuilder::build() && {
  for (const auto& [pair, passages] : together_) {
    const auto low = static_cast<std::uint32_t>(pair >> 32U);
    const auto high = static_cast<std::uint32_t>(pair);
    parts_.neighbours[low].push_back({high, passages});
    parts_.neighbours[high].push_back({low, passages});
  }
  for (auto& neighbours : parts_.neighbours) {
    std::sort(neighbours.begin(), neighbours.end(),
              [](const auto& a, const auto& b) { return a.skill < b.skill; });
  }
  return SkillGraph(std::move(parts_));
}

}  // namespace guidepost::indexer
