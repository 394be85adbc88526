// Related skills: those of one or more skills, from the lists of the generation, and those of a search.
//
// The only door to the recommendation model: callers see values with reasons, so the model behind it can be replaced.
// Immutable; all threads may use one.
#pragma once

#include "core/model/vocabulary.h"
#include "core/recommend/neighbour_lists.h"
#include "core/recommend/related_skill.h"
#include "core/recommend/skill_graph.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// A role that declares a skill.
struct RoleUse {
  std::string id;
  std::string title;
  int importance = 0;
};

struct RelatedAnswer {
  std::size_t total = 0;  // skills of different names that the lists hold; `related` may have fewer
  bool is_exact = true;   // false where a list is full: there may be more than are listed
  std::vector<RelatedSkill> related;  // best first, ties by id; no two of the same name
};

/// One document of a search's best hits, for related_to_hits().
struct HitSkills {
  double weight = 1;                // how much this hit counts
  std::string guide;                // empty where it belongs to none
  std::vector<std::string> skills;  // ids
};

class Recommender {
 public:
  /// All must outlive the recommender (the Engine owns them). `lists`: of build_related_skills(), skills numbered as in the graph.
  Recommender(const Vocabulary& vocabulary, const SkillGraph& graph, const NeighbourLists& lists)
      : vocabulary_(vocabulary), graph_(graph), lists_(lists) {}

  /// Skills related to all of `skills` (ids) together, none of them included. An unknown id is an error (not_found) whose hint
  /// names the nearest.
  Result<RelatedAnswer> related(std::span<const std::string> skills, std::size_t limit) const;

  /// Skills for a search: those that occur in its best `hits` more often than elsewhere, and those related to the skills it names (`named`, ids),
  /// which are left out themselves.
  std::vector<RelatedSkill> related_to_hits(std::span<const HitSkills> hits,
                                            std::span<const std::string> named,
                                            std::size_t limit) const;

  /// Roles that declare the skill, most important first, then by title.
  std::vector<RoleUse> roles_with(std::string_view skill) const;

 private:
  enum class Total { counted, not_wanted };
  /// `given`: skills of the graph.
  RelatedAnswer near_to(const std::set<std::uint32_t>& given, std::size_t limit, Total total) const;
  void add_reasons(std::uint32_t skill, const Neighbour& neighbour, double share,
                   std::vector<Reason>& reasons) const;
  std::map<std::string, std::vector<Reason>> reasons_of_hits(std::span<const HitSkills> hits) const;

  const Vocabulary& vocabulary_;
  const SkillGraph& graph_;
  const NeighbourLists& lists_;
};

}  // namespace guidepost
