// A vocabulary small enough to keep in mind: every rule of names has one skill that needs it.
#pragma once

#include "core/index/names.h"
#include "core/model/vocabulary.h"

#include <string>
#include <utility>
#include <vector>

namespace guidepost::test {

inline std::vector<Skill> small_skills() {
  const auto skill = [](std::string id, std::string label, SkillKind kind,
                        std::vector<std::string> aliases = {}, CaseRule rule = CaseRule::any) {
    return Skill{std::move(id), std::move(label), kind, "", std::move(aliases), rule};
  };
  constexpr auto technology = SkillKind::technology;
  constexpr auto knowledge = SkillKind::knowledge;
  return {
      skill("aspnet", "ASP.NET", technology),
      skill("c", "C", technology, {"c language"}, CaseRule::exact),
      skill("c-plus-plus", "C++", technology, {"cpp"}),
      skill("c-sharp", "C#", technology, {"c sharp"}),
      skill("ci-cd", "CI/CD", knowledge, {"continuous integration"}),
      skill("design", "Design", SkillKind::skill),
      skill("docker", "Docker", technology),
      skill("dotnet", ".NET", technology, {"dotnet"}, CaseRule::exact),
      skill("go", "Go", technology, {"golang"}, CaseRule::exact),
      skill("kubernetes", "Kubernetes", technology, {"k8s"}),
      skill("negotiation", "Negotiation", SkillKind::skill),
      skill("nodejs", "Node.js", technology),
      skill("postgresql", "PostgreSQL", technology, {"postgres"}),
      skill("python", "Python", technology),
      skill("r", "R", technology, {"rstats"}, CaseRule::exact),
      skill("rails", "Rails", technology, {"ruby on rails"}),
      skill("rest-apis", "REST APIs", knowledge),
      skill("sql", "SQL", technology),
      skill("system-design", "System design", knowledge),
      skill("tcp-ip", "TCP/IP", knowledge),
  };
}

inline const Vocabulary& small_vocabulary() {
  static const Vocabulary vocabulary(small_skills());
  return vocabulary;
}

/// The skills above and two roles.
inline const Names& small_names() {
  static const Names names{
      small_vocabulary(),
      {{"backend-developer", "Backend Developer", {"back-end engineer"}},
       {"data-engineer", "Data Engineer", {}}},
  };
  return names;
}

inline const Lexicon& small_lexicon() {
  static const Lexicon lexicon = lexicon_of(small_names());
  return lexicon;
}

}  // namespace guidepost::test
