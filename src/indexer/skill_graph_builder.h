// Which roles declare which skills, and which skills are named together.
#pragma once

#include "core/model/vocabulary.h"
#include "core/recommend/skill_graph.h"
#include "indexer/outline.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace guidepost::indexer {

class SkillGraphBuilder {
 public:
  static constexpr std::uint32_t unknown = 0xffffffffU;

  /// The vocabulary must outlive the builder.
  explicit SkillGraphBuilder(const Vocabulary& vocabulary);

  /// The index of a skill's id, or `unknown`.
  std::uint32_t index_of(std::string_view skill) const;

  void add_role(const GuideHead& guide);
  /// A passage or tip, with the skills it names: indices, each once.
  void add_passage(std::span<const std::uint32_t> skills);

  SkillGraph build() &&;

 private:
  const Vocabulary& vocabulary_;
  SkillGraph::Parts parts_;
  std::unordered_map<std::uint64_t, std::uint32_t> together_;  // the smaller index in the high half
};

}  // namespace guidepost::indexer
