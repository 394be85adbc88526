// Which roles declare which skills, and which skills are named together: gathered while documents are built.
#pragma once

#include "core/model/guide.h"
#include "core/model/vocabulary.h"
#include "core/recommend/skill_graph.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {

class SkillGraphBuilder {
 public:
  explicit SkillGraphBuilder(const Vocabulary& vocabulary);

  void add_role(const Guide& guide);
  /// A passage or tip, with the skills it names (ids, without repetition; unknown ones are passed over).
  void add_passage(std::span<const std::string> skills);

  SkillGraph build() &&;

 private:
  SkillGraph::Parts parts_;
  std::map<std::string, std::uint32_t, std::less<>> index_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> together_;
};

}  // namespace guidepost::indexer
