// Which roles declare which skills, and which skills are named in the same passages. Read only, a file of the generation.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

class SkillGraph {
 public:
  struct Role {
    std::string id;
    std::string title;
  };
  struct Use {
    std::uint32_t index;  // of a role or a skill
    std::uint8_t importance;
  };
  /// Two skills named in the same `passages` passages.
  struct Neighbour {
    std::uint32_t skill;
    std::uint32_t passages;
  };

  /// What the indexer hands over; also what encode() writes.
  struct Parts {
    std::vector<std::string> skills;                 // ids, sorted
    std::vector<Role> roles;                         // by id
    std::vector<std::vector<Use>> skills_of_role;    // per role, sorted by skill
    std::vector<std::uint32_t> passages_with_skill;  // per skill
    std::vector<std::vector<Neighbour>> neighbours;  // per skill, sorted by skill; symmetric
    std::uint32_t passages = 0;                      // passages there are
  };

  SkillGraph() = default;
  explicit SkillGraph(Parts parts);

  std::string encode() const;
  static Result<SkillGraph> decode(std::string_view bytes);

  std::size_t skill_count() const { return parts_.skills.size(); }
  std::size_t role_count() const { return parts_.roles.size(); }
  std::uint32_t passage_count() const { return parts_.passages; }

  /// The index of a skill id, or skill_count() when it is unknown.
  std::uint32_t skill_index(std::string_view id) const;
  const std::string& skill_id(std::uint32_t skill) const { return parts_.skills[skill]; }
  const Role& role(std::uint32_t role) const { return parts_.roles[role]; }

  std::span<const Use> roles_of(std::uint32_t skill) const { return roles_of_skill_[skill]; }
  std::span<const Use> skills_of(std::uint32_t role) const { return parts_.skills_of_role[role]; }
  std::span<const Neighbour> neighbours_of(std::uint32_t skill) const {
    return parts_.neighbours[skill];
  }
  std::uint32_t passages_with(std::uint32_t skill) const {
    return parts_.passages_with_skill[skill];
  }

 private:
  Parts parts_;
  std::vector<std::vector<Use>> roles_of_skill_;
};

}  // namespace guidepost
