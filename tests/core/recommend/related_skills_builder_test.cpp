// Related skills and what the relation is made of, over a vocabulary small enough to judge.
#include "core/recommend/related_skills_builder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost {
namespace {

RecommendInput::Entry skill(const std::string& label, const std::string& description = "",
                            SkillKind kind = SkillKind::technology) {
  RecommendInput::Entry entry;
  entry.id = entry.label = label;
  entry.description = description;
  entry.kind = kind;
  entry.source = "one";
  return entry;
}

/// A few technologies, padded with others so that words have an idf.
RecommendInput technologies() {
  RecommendInput input;
  input.skills = {skill("React", "A library for user interfaces in the browser"),
                  skill("React Native", "User interfaces for phones with React"),
                  skill("Redux", "Keeps the state of a browser application"),
                  skill("PostgreSQL", "A relational database"),
                  skill("MySQL", "Another relational database"),
                  skill("Kafka", "")};
  for (int i = 0; i < 30; ++i) {
    input.skills.push_back(skill("Padding " + std::to_string(i), "word" + std::to_string(i)));
  }
  input.passages_with_skill.resize(input.skills.size(), 0);
  return input;
}

enum : std::uint32_t { react, native, redux, postgres, mysql, kafka };

const Neighbour* find(const NeighbourTable& table, std::uint32_t of, std::uint32_t other) {
  for (const Neighbour& neighbour : table.of[of]) {
    if (neighbour.item == other) return &neighbour;
  }
  return nullptr;
}

float part(const Neighbour& neighbour, RelatedPart part) {
  return neighbour.parts[static_cast<std::size_t>(part)];
}

TEST_CASE("skills whose names and texts are alike are related, and the parts say how",
          "[related_skills]") {
  const NeighbourTable table = build_related_skills(technologies(), 1);
  REQUIRE_FALSE(table.of[react].empty());
  const Neighbour& best = table.of[react].front();
  CHECK(best.item == native);
  CHECK(part(best, RelatedPart::name) > 0);
  CHECK(part(best, RelatedPart::mention) > 0);
  CHECK(part(best, RelatedPart::roles) == 0);
  CHECK(find(table, postgres, mysql) != nullptr);
  CHECK(find(table, postgres, react) == nullptr);
}

TEST_CASE("a skill without words is related through the roles that need it", "[related_skills]") {
  RecommendInput input = technologies();
  for (std::uint32_t role = 0; role < 8; ++role) {
    RecommendInput::Role one;
    one.id = std::to_string(role);
    input.roles.push_back(std::move(one));
    if (role < 2) {
      input.needs.push_back({role, postgres, 3});
      input.needs.push_back({role, kafka, 3});
    }
    input.needs.push_back({role, redux, 3});
  }
  const NeighbourTable table = build_related_skills(input, 1);
  REQUIRE(find(table, kafka, postgres) != nullptr);
  CHECK(part(*find(table, kafka, postgres), RelatedPart::roles) > 0);
  INFO("what all roles need is there by chance");
  const Neighbour* common = find(table, kafka, redux);
  CHECK((common == nullptr || part(*common, RelatedPart::roles) == 0));
}

TEST_CASE("what a source declares, and what passages name together, is related",
          "[related_skills]") {
  RecommendInput input = technologies();
  input.relations = {{kafka, mysql, RelationKind::related}};
  input.passages = 100;
  input.passages_with_skill[kafka] = input.passages_with_skill[redux] = 5;
  input.together = {{redux, kafka, 4}};
  const NeighbourTable table = build_related_skills(input, 1);
  REQUIRE(table.of[kafka].size() >= 2);
  CHECK(table.of[kafka][0].item == mysql);
  CHECK(part(table.of[kafka][0], RelatedPart::declared) > 0);
  REQUIRE(find(table, kafka, redux) != nullptr);
  CHECK(part(*find(table, kafka, redux), RelatedPart::passages) > 0);
  CHECK(part(*find(table, mysql, kafka), RelatedPart::declared) > 0);
}

TEST_CASE("one thing of two sources is not related to itself, nor is a skill of another language",
          "[related_skills]") {
  RecommendInput input = technologies();
  input.skills.push_back(skill("react", "A library for user interfaces in the browser"));
  input.skills.push_back(skill("React Router", "A library for user interfaces with React"));
  input.skills.back().language = "de";
  input.passages_with_skill.resize(input.skills.size(), 0);
  const NeighbourTable table = build_related_skills(input, 1);
  const auto same = static_cast<std::uint32_t>(input.skills.size() - 2);
  CHECK(find(table, react, same) == nullptr);
  CHECK(find(table, react, same + 1) == nullptr);
  CHECK(find(table, same, native) != nullptr);
}

/// `pairs` pairs "use thing N" (skill) and "thing N" (knowledge), declared but the last, which also has a sibling "make thing N".
RecommendInput phrases(std::uint32_t pairs) {
  RecommendInput input;
  for (std::uint32_t i = 0; i < pairs; ++i) {
    const std::string thing = "thing" + std::to_string(i);
    input.skills.push_back(skill("use " + thing, "", SkillKind::skill));
    input.skills.push_back(skill(thing, "", SkillKind::knowledge));
    if (i + 1 < pairs) input.relations.push_back({2 * i, 2 * i + 1, RelationKind::optional});
  }
  input.skills.push_back(skill("make thing" + std::to_string(pairs - 1), "", SkillKind::skill));
  input.passages_with_skill.resize(input.skills.size(), 0);
  return input;
}

TEST_CASE("knowledge goes with skills only where a source declares little else",
          "[related_skills]") {
  const std::uint32_t pairs = GENERATE(50U, 150U);
  const NeighbourTable table = build_related_skills(phrases(pairs), 1);
  const Neighbour* other = find(table, 2 * (pairs - 1), 2 * (pairs - 1) + 1);
  REQUIRE(other != nullptr);
  CHECK((part(*other, RelatedPart::flip) > 0) == (pairs == 150));
  const Neighbour* sibling = find(table, 2 * (pairs - 1), 2 * pairs);
  REQUIRE(sibling != nullptr);
  CHECK(part(*sibling, RelatedPart::flip) == 0);
}

TEST_CASE("lists are best first, bounded, and the same for any number of threads",
          "[related_skills]") {
  const RecommendInput input = phrases(300);
  const NeighbourTable one = build_related_skills(input, 1);
  const NeighbourTable three = build_related_skills(input, 3);
  for (std::size_t i = 0; i < one.of.size(); ++i) {
    CHECK(one.of[i].size() <= 100);
    REQUIRE(one.of[i].size() == three.of[i].size());
    for (std::size_t j = 0; j < one.of[i].size(); ++j) {
      CHECK(one.of[i][j].item == three.of[i][j].item);
      CHECK(one.of[i][j].parts == three.of[i][j].parts);
      CHECK(one.of[i][j].item != i);
      if (j > 0) CHECK(one.of[i][j - 1].score() >= one.of[i][j].score() - 1e-5);
    }
  }
}

TEST_CASE("no skills, and skills without a word, have no relations", "[related_skills]") {
  CHECK(build_related_skills({}, 2).of.empty());
  RecommendInput input;
  input.skills = {skill(""), skill("\xff"), skill("?")};
  input.passages_with_skill.resize(3, 0);
  for (const auto& list : build_related_skills(input, 2).of) CHECK(list.empty());
}

}  // namespace
}  // namespace guidepost
