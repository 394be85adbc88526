// An entry of the skill vocabulary.
#pragma once

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

struct Skill {
  std::string id;
  std::string label;
  SkillKind kind = SkillKind::skill;
  std::string description;
  std::vector<std::string> aliases;
  CaseRule case_rule = CaseRule::any;
};

/// A skill as a role declares it. Importance runs from 1 (nice to have) to 5 (the role is built on it).
struct SkillUse {
  std::string skill;
  int importance = 3;

  friend bool operator==(const SkillUse&, const SkillUse&) = default;
};

}  // namespace guidepost
