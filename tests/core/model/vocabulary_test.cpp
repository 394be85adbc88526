// Skills by id and by every name a person gives them.
#include "core/model/vocabulary.h"

#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost {
namespace {

Skill skill(std::string id, std::string label, std::vector<std::string> aliases = {}) {
  return {std::move(id), std::move(label), SkillKind::skill, "", std::move(aliases), CaseRule::any};
}

std::string named(const std::string& text) {
  const Skill* found = test::small_vocabulary().named(text);
  return found == nullptr ? "" : found->id;
}

std::vector<std::string> clashes_of(const std::vector<Skill>& skills) {
  std::vector<std::string> rows;
  for (const Vocabulary::Clash& clash : Vocabulary::clashes(skills)) {
    rows.push_back(skills[clash.first].label + "/" + skills[clash.second].label + ": " +
                   clash.name);
  }
  return rows;
}

struct Row {
  std::string text;
  std::string id;
};

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a skill is named by its id, its label and its aliases, in any spelling",
          "[vocabulary]") {
  const Row row = GENERATE(values<Row>({
      {"kubernetes", "kubernetes"},
      {"Kubernetes", "kubernetes"},
      {"K8S", "kubernetes"},
      {"k8s", "kubernetes"},
      {"c-plus-plus", "c-plus-plus"},
      {"C++", "c-plus-plus"},
      {"CPP", "c-plus-plus"},
      {"c#", "c-sharp"},
      {"Node.js", "nodejs"},
      {"node js", "nodejs"},
      {"NODE-JS", "nodejs"},
      {".net", "dotnet"},
      {"asp net", "aspnet"},
      {"CI / CD", "ci-cd"},
      {"cicd", "ci-cd"},
      {"r", "r"},
      {"System  Design", "system-design"},
      {"system-designs", "system-design"},
      {"rest-api", "rest-apis"},
      {"REST API", "rest-apis"},
      {"rest apis", "rest-apis"},
      {"Ruby on Rails", "rails"},
      {"  sql  ", "sql"},
  }));
  CAPTURE(row.text);
  CHECK(named(row.text) == row.id);
}

TEST_CASE("what names no skill names none", "[vocabulary]") {
  const auto* text = GENERATE("", " ", "--", "sequel", "rail", "kubernetes sql", "system", "\xff");
  CAPTURE(text);
  CHECK(named(text).empty());
  CHECK(Vocabulary().named(text) == nullptr);
}

TEST_CASE("only an id finds a skill by its id", "[vocabulary]") {
  const Vocabulary& vocabulary = test::small_vocabulary();
  REQUIRE(vocabulary.find("nodejs") != nullptr);
  CHECK(vocabulary.find("nodejs")->label == "Node.js");
  const auto* other = GENERATE("Node.js", "NODEJS", "", "nodejs ", "zzz", "node");
  CHECK(vocabulary.find(other) == nullptr);
}

TEST_CASE("an id is found before the same name of another skill", "[vocabulary]") {
  const Vocabulary vocabulary({skill("a", "Spring"), skill("spring", "Season")});
  CHECK(vocabulary.named("spring")->label == "Season");
  CHECK(vocabulary.named("Spring")->label == "Spring");
}

TEST_CASE("skills stand in the order of their ids, each id once", "[vocabulary]") {
  const Vocabulary vocabulary(
      {skill("b", "First b"), skill("c", "C"), skill("a", "A"), skill("b", "Second b")});
  std::vector<std::string> labels;
  for (const Skill& each : vocabulary.skills()) labels.push_back(each.label);
  CHECK(labels == Rows{"A", "First b", "C"});
}

TEST_CASE("an unknown id is answered with the nearest", "[vocabulary]") {
  const Row row = GENERATE(values<Row>({
      {"pyhton", "python"},
      {"Pyton", "python"},
      {"kubernets", "kubernetes"},
      {"system design", "system-design"},
      {"sqll", "sql"},
      {"python", "python"},
      {"astrophysics", ""},
      {"", "c"},  // one edit from a skill of one letter
  }));
  CAPTURE(row.text);
  CHECK(test::small_vocabulary().nearest_id(row.text) == row.id);
}

TEST_CASE("skills that share a name or an id clash", "[vocabulary]") {
  CHECK(clashes_of(test::small_skills()).empty());
  CHECK(clashes_of({}).empty());
  CHECK(clashes_of({skill("a", "Node.js"), skill("b", "NodeJS")}) ==
        Rows{"Node.js/NodeJS: NodeJS"});
  CHECK(clashes_of({skill("a", "A"), skill("a", "B")}) == Rows{"A/B: a"});
  CHECK(clashes_of({skill("a", "One", {"same"}), skill("b", "Two", {"other", "SAME"})}) ==
        Rows{"One/Two: SAME"});
  CHECK(clashes_of({skill("a", "Unit test"), skill("b", "Unit tests")}) ==
        Rows{"Unit test/Unit tests: Unit tests"});
}

TEST_CASE("a pair clashes once, and a skill never with itself", "[vocabulary]") {
  CHECK(clashes_of({skill("a", "Node.js", {"node js", "NodeJS"})}).empty());
  CHECK(clashes_of({skill("a", "One", {"x", "y"}), skill("b", "Two", {"x", "y"})}) ==
        Rows{"One/Two: x"});
  CHECK(clashes_of({skill("a", "One", {"x"}), skill("b", "Two", {"x"}),
                    skill("c", "Three", {"x"})}) == Rows{"One/Two: x", "One/Three: x"});
}

TEST_CASE("of skills that share a name the first by id keeps it", "[vocabulary]") {
  const Vocabulary vocabulary({skill("b", "Same"), skill("a", "SAME")});
  CHECK(vocabulary.named("same")->id == "a");
}

}  // namespace guidepost
