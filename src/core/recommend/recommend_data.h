// All that recommendations are made from, of one generation: opened once, shared by all threads.
#pragma once

#include "core/index/names.h"
#include "core/recommend/namesakes.h"
#include "core/recommend/neighbour_lists.h"
#include "core/recommend/role_cards.h"
#include "core/recommend/role_skill_model.h"
#include "core/recommend/skill_forms.h"
#include "core/recommend/skill_graph.h"
#include "core/recommend/skill_languages.h"

#include <vector>

namespace guidepost {

/// Skills are numbered as in the vocabulary, roles as in the graph; everything agrees on their counts. What it refers to must outlive it (the Engine
/// owns all of it).
struct RecommendData {
  const Names& names;
  const SkillGraph& graph;
  const RoleSkillModel& model;
  const std::vector<RoleCard>& cards;
  const NeighbourLists& related;  // by skill
  const NeighbourLists& similar;  // by role
  const SkillLanguages& languages;
  const SkillForms& forms;
  const Namesakes& namesakes;

  const Skill& skill(std::uint32_t number) const { return names.vocabulary.skills()[number]; }
};

}  // namespace guidepost
