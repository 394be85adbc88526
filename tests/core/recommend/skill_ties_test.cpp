// What roles, passages and sources say about pairs of skills.
#include "core/recommend/skill_ties.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

RecommendInput skills(std::size_t count) {
  RecommendInput input;
  for (std::size_t i = 0; i < count; ++i) {
    RecommendInput::Entry skill;
    skill.id = std::to_string(1000 + i);
    skill.kind = i % 2 == 0 ? SkillKind::knowledge : SkillKind::skill;
    skill.source = "one";
    input.skills.push_back(std::move(skill));
  }
  input.passages_with_skill.resize(count, 0);
  return input;
}

TEST_CASE("what is together as often as by chance has no association", "[skill_ties]") {
  CHECK(association(25, 50, 50, 100, 1) == 0);
  CHECK(association(0, 50, 50, 100, 1) == 0);
  CHECK(association(0, 0, 0, 0, 1) == 0);
}

TEST_CASE("more joint occurrences, or rarer things, are a stronger association", "[skill_ties]") {
  CHECK(association(10, 20, 20, 1000, 1) > association(5, 20, 20, 1000, 1));
  CHECK(association(10, 20, 20, 1000, 1) > association(10, 20, 20, 50, 1));
  CHECK(association(10, 10, 10, 1000, 1) > association(1, 1, 1, 1000, 1));
  CHECK(association(10, 10, 10, 1000, 1) <= 1);
}

TEST_CASE("partners go both ways and count once", "[skill_ties]") {
  RecommendInput input = skills(3);
  input.relations = {{0, 1, RelationKind::related}, {1, 0, RelationKind::optional}};
  const SkillTies ties(input);
  REQUIRE(ties.partners[0].size() == 1);
  CHECK(ties.partners[0][0].value == 1);
  CHECK(ties.partners[1].size() == 1);
  CHECK(ties.taxonomy[0].empty());
}

TEST_CASE("narrower skills of one broader skill are siblings, and few siblings are closer",
          "[skill_ties]") {
  RecommendInput input = skills(7);
  input.relations = {{1, 0, RelationKind::broader},
                     {2, 0, RelationKind::broader},
                     {4, 3, RelationKind::broader},
                     {5, 3, RelationKind::broader},
                     {6, 3, RelationKind::broader}};
  const SkillTies ties(input);
  const auto tie = [&](std::uint32_t a, std::uint32_t b) {
    for (const SparseRows::Entry& entry : ties.taxonomy[a]) {
      if (entry.column == b) return entry.value;
    }
    return 0.0F;
  };
  CHECK(tie(1, 0) == 1);
  CHECK(tie(0, 1) == 1);
  CHECK(tie(1, 2) > tie(4, 5));
  CHECK(tie(4, 5) > 0);
  CHECK(tie(1, 4) == 0);
}

TEST_CASE("a source pairs knowledge with skills only when a hundred pairs say so", "[skill_ties]") {
  const std::size_t pairs = GENERATE(90U, 120U);
  RecommendInput input = skills(2 * pairs);
  for (std::uint32_t i = 0; i < pairs; ++i) {
    input.relations.push_back({2 * i, 2 * i + 1, RelationKind::optional});
  }
  CHECK(SkillTies(input).pairs_knowledge_with_skill[0] == (pairs >= 100));
  for (std::uint32_t i = 0; i < pairs / 5; ++i) {
    input.relations.push_back({2 * i, 2 * i + 2, RelationKind::optional});
  }
  CHECK_FALSE(SkillTies(input).pairs_knowledge_with_skill[0]);
}

}  // namespace
}  // namespace guidepost
