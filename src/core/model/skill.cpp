#include "core/model/skill.h"

namespace guidepost {

std::string_view name_of(SkillKind kind) {
  switch (kind) {
    case SkillKind::technology:
      return "technology";
    case SkillKind::knowledge:
      return "knowledge";
    case SkillKind::skill:
      return "skill";
    case SkillKind::language:
      return "language";
    case SkillKind::certificate:
      return "certificate";
  }
  return "skill";
}

std::string_view name_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::broader:
      return "broader";
    case RelationKind::essential:
      return "essential";
    case RelationKind::optional:
      return "optional";
    case RelationKind::related:
      return "related";
  }
  return "related";
}

std::optional<SkillKind> skill_kind_named(std::string_view name) {
  for (const SkillKind kind : all_skill_kinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace guidepost
