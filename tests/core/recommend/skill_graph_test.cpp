// Which skills go together: what the indexer hands over, and what a damaged file must not become.
#include "core/recommend/skill_graph.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

/// Two roles, three skills; "python" and "sql" stand together in four of ten passages.
SkillGraph::Parts small_parts() {
  SkillGraph::Parts parts;
  parts.skills = {"docker", "python", "sql"};
  parts.roles = {{"backend", "Backend Developer"}, {"data", "Data Engineer"}};
  parts.skills_of_role = {{{0, 3}, {2, 5}}, {{1, 4}, {2, 2}}};
  parts.passages_with_skill = {3, 5, 6};
  parts.neighbours = {{}, {{2, 4}}, {{1, 4}}};
  parts.passages = 10;
  return parts;
}

std::size_t ask_everything(const SkillGraph& graph) {
  std::size_t asked = graph.passage_count();
  for (std::uint32_t skill = 0; skill < graph.skill_count(); ++skill) {
    asked += graph.skill_index(graph.skill_id(skill)) + graph.passages_with(skill);
    for (const auto& use : graph.roles_of(skill)) asked += graph.role(use.index).title.size();
    for (const auto& other : graph.neighbours_of(skill)) asked += graph.passages_with(other.skill);
  }
  for (std::uint32_t role = 0; role < graph.role_count(); ++role) {
    for (const auto& use : graph.skills_of(role)) asked += graph.skill_id(use.index).size();
  }
  return asked;
}

void check_is_small(const SkillGraph& graph) {
  CHECK(graph.skill_count() == 3);
  CHECK(graph.role_count() == 2);
  CHECK(graph.passage_count() == 10);
  CHECK(graph.role(1).id == "data");
  CHECK(graph.role(1).title == "Data Engineer");
  REQUIRE(graph.skills_of(0).size() == 2);
  CHECK(graph.skills_of(0)[1].index == 2);
  CHECK(graph.skills_of(0)[1].importance == 5);
  CHECK(graph.passages_with(2) == 6);
  REQUIRE(graph.neighbours_of(2).size() == 1);
  CHECK(graph.neighbours_of(2)[0].skill == 1);
  CHECK(graph.neighbours_of(2)[0].passages == 4);
}

}  // namespace

TEST_CASE("the graph knows what it was told", "[skill_graph]") {
  check_is_small(SkillGraph(small_parts()));
}

TEST_CASE("a skill knows the roles that declare it, and how important it is there",
          "[skill_graph]") {
  const SkillGraph graph(small_parts());
  const auto roles = graph.roles_of(2);
  REQUIRE(roles.size() == 2);
  CHECK(roles[0].index == 0);
  CHECK(roles[0].importance == 5);
  CHECK(roles[1].index == 1);
  CHECK(roles[1].importance == 2);
  CHECK(graph.roles_of(0).size() == 1);
}

TEST_CASE("an unknown skill has the index behind all others", "[skill_graph]") {
  const SkillGraph graph(small_parts());
  CHECK(graph.skill_index("docker") == 0);
  CHECK(graph.skill_index("sql") == 2);
  const auto* unknown = GENERATE("", "a", "pytho", "SQL", "zzz");
  CHECK(graph.skill_index(unknown) == graph.skill_count());
  CHECK(SkillGraph().skill_index(unknown) == 0);
}

TEST_CASE("a graph read back is the one that was written", "[skill_graph]") {
  const std::string bytes = SkillGraph(small_parts()).encode();
  const auto read = SkillGraph::decode(bytes);
  REQUIRE(read);
  check_is_small(*read);
  CHECK(read->encode() == bytes);
  CHECK(SkillGraph::decode(SkillGraph().encode()));
}

TEST_CASE("a graph cut short, or with something behind it, is refused", "[skill_graph]") {
  const std::string bytes = SkillGraph(small_parts()).encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = SkillGraph::decode(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(SkillGraph::decode(bytes + "x"));
}

TEST_CASE("a graph that points where nothing is, is refused", "[skill_graph]") {
  const auto [what, damage] = GENERATE(table<std::string, void (*)(SkillGraph::Parts&)>({
      {"a neighbour", [](SkillGraph::Parts& parts) { parts.neighbours[1][0].skill = 3; }},
      {"a count missing", [](SkillGraph::Parts& parts) { parts.passages_with_skill.pop_back(); }},
      {"a count too many",
       [](SkillGraph::Parts& parts) { parts.passages_with_skill.push_back(1); }},
      {"skills not sorted", [](SkillGraph::Parts& parts) { parts.skills[0] = "zope"; }},
  }));
  SkillGraph::Parts parts = small_parts();
  damage(parts);
  CAPTURE(what);
  CHECK_FALSE(SkillGraph::decode(SkillGraph(parts).encode()));
}

TEST_CASE("a graph with one byte changed is refused or can be used", "[skill_graph]") {
  const std::string good = SkillGraph(small_parts()).encode();
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const auto read = SkillGraph::decode(bytes);
      if (read) REQUIRE(ask_everything(*read) > 0);
    }
  }
}

TEST_CASE("any bytes in the place of a graph are refused or can be used", "[skill_graph]") {
  test::Dice dice(18);
  for (int round = 0; round < 2000; ++round) {
    const auto read = SkillGraph::decode(dice.bytes(48));
    if (read) ask_everything(*read);
  }
  SUCCEED("no crash");
}

}  // namespace guidepost
