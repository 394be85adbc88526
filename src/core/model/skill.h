// An entry of the skill vocabulary.
#pragma once

#include "core/error.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

enum class SkillKind { technology, knowledge, skill, language, certificate };

inline constexpr std::array all_skill_kinds{SkillKind::technology, SkillKind::knowledge,
                                            SkillKind::skill, SkillKind::language,
                                            SkillKind::certificate};

std::string_view name_of(SkillKind kind);
std::optional<SkillKind> skill_kind_named(std::string_view name);

/// Whether a label counts in a text in any case, or only as written ("Go" is a language, "go" a verb).
enum class CaseRule { any, exact };

/// What a source declares between two skills: `broader` leads to the wider concept, `essential` and `optional` to a skill that this one
/// needs, `related` says no more than that.
enum class RelationKind { broader, essential, optional, related };

std::string_view name_of(RelationKind kind);

struct SkillRelation {
  std::string skill;  // its id; need not be in the vocabulary
  RelationKind kind = RelationKind::related;

  friend bool operator==(const SkillRelation&, const SkillRelation&) = default;
};

struct Skill {
  std::string id;
  std::string label;
  SkillKind kind = SkillKind::skill;
  std::string description;
  std::vector<std::string> aliases;
  CaseRule case_rule = CaseRule::any;
  std::string language = "en";
  std::vector<std::string> families = {};
  std::vector<SkillRelation> relations = {};  // in the order of the source
  std::string url = {};  // where the site shows it; empty: under guidepost's own paths
  std::string extra =
      {};  // keys of the source that mean nothing to us, as one JSON object; empty: none
  SourcePlace where = {};
};

/// A skill as a role declares it. Importance runs from 1 (nice to have) to 5 (the role is built on it).
struct SkillUse {
  std::string skill;
  int importance = 3;

  friend bool operator==(const SkillUse&, const SkillUse&) = default;
};

}  // namespace guidepost
