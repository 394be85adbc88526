// What the recommender is built from: roles, skills, which role needs which skill, what the source declares between skills, and the texts of all of them.
//
// A plain value that the indexer fills and the builders read; nothing of it is kept.
#pragma once

#include "core/model/skill.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guidepost {

struct RecommendInput {
  struct Role {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::vector<std::string> levels;  // as the source names them ("senior", "job-zone-4")
    std::string language = "en";
    std::string text;                   // tagline and text about the role as a whole
    std::vector<std::string> passages;  // tasks, sections; bounded by the indexer
    std::vector<std::string> leads_to;  // ids of guides of its career path, in order
    std::string url;                    // where the site shows it; empty: under our own paths
    std::string
        source;  // the source it came from, so that scales of different sources are not mixed
  };
  struct Entry {  // a skill
    std::string id;
    std::string label;
    std::vector<std::string> aliases;
    std::string description;
    SkillKind kind = SkillKind::skill;
    std::vector<std::string> families;  // groups of the source; may be empty
    std::string language = "en";
    std::string source;
  };
  /// A role needs a skill; importance 1 to 5 as SkillUse has it.
  struct Need {
    std::uint32_t role = 0;
    std::uint32_t skill = 0;
    std::uint8_t importance = 3;
  };
  /// The source declares a relation from one skill to another.
  struct Relation {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    RelationKind kind = RelationKind::related;
  };
  /// Two skills are named in the same `passages` passages; from < to.
  struct Together {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t passages = 0;
  };

  std::vector<Role> roles;                         // by id; translations are not among them
  std::vector<Entry> skills;                       // by id
  std::vector<Need> needs;                         // by role, then skill; each pair once
  std::vector<Relation> relations;                 // by from, then to
  std::vector<Together> together;                  // by from, then to
  std::vector<std::uint32_t> passages_with_skill;  // by skill
  std::uint32_t passages = 0;
};

}  // namespace guidepost
