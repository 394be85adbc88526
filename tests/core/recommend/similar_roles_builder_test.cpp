// Similar roles and what the similarity is made of.
#include "core/recommend/similar_roles_builder.h"

#include "core/recommend/role_pairs.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

RecommendInput::Role role(const std::string& title, const std::vector<std::string>& passages,
                          const std::string& level = "") {
  RecommendInput::Role one;
  one.id = one.title = title;
  one.passages = passages;
  one.source = "one";
  if (!level.empty()) one.levels = {level};
  return one;
}

enum : std::uint32_t { welder, solderer, nurse, midwife, surgeon };

RecommendInput roles() {
  RecommendInput input;
  input.roles = {role("Welder", {"Join metal parts by heat", "Inspect seams of metal"}, "zone-2"),
                 role("Solderer", {"Join metal parts with solder"}, "zone-2"),
                 role("Nurse", {"Care for patients", "Give medicine to patients"}, "zone-3"),
                 role("Midwife", {"Care for patients at birth"}, "zone-4"),
                 role("Nurse surgeon", {"Operate on patients"}, "zone-9")};
  for (int i = 0; i < 10; ++i) {
    input.roles.push_back(role("Filler" + std::to_string(i), {"task" + std::to_string(i)}));
  }
  return input;
}

float part(const Neighbour& neighbour, RolePart part) {
  return neighbour.parts[static_cast<std::size_t>(part)];
}

const Neighbour* find(const NeighbourTable& table, std::uint32_t of, std::uint32_t other) {
  for (const Neighbour& neighbour : table.of[of]) {
    if (neighbour.item == other) return &neighbour;
  }
  return nullptr;
}

TEST_CASE("roles with the same tasks and titles are similar", "[similar_roles]") {
  const NeighbourTable table = build_similar_roles(roles(), 1);
  REQUIRE_FALSE(table.of[welder].empty());
  CHECK(table.of[welder][0].item == solderer);
  CHECK(part(table.of[welder][0], RolePart::passages) > 0);
  REQUIRE(find(table, nurse, surgeon) != nullptr);
  CHECK(part(*find(table, nurse, surgeon), RolePart::letters) > 0);
  CHECK(find(table, welder, nurse) == nullptr);
}

TEST_CASE("a step of level between two roles sets them apart", "[similar_roles]") {
  const NeighbourTable table = build_similar_roles(roles(), 1);
  CHECK(part(*find(table, welder, solderer), RolePart::level) == 0);
  REQUIRE(find(table, nurse, midwife) != nullptr);
  REQUIRE(find(table, nurse, surgeon) != nullptr);
  CHECK(part(*find(table, nurse, midwife), RolePart::level) < 0);
  CHECK(part(*find(table, nurse, surgeon), RolePart::level) <
        part(*find(table, nurse, midwife), RolePart::level));
}

TEST_CASE("roles that need the same skills are similar, whatever they are called",
          "[similar_roles]") {
  RecommendInput input = roles();
  RecommendInput::Entry torch;
  torch.id = "torch";
  input.skills = {torch, torch, torch, torch, torch, torch};
  input.needs = {{welder, 0, 5}, {midwife, 0, 5}, {surgeon, 1, 3}};
  const NeighbourTable table = build_similar_roles(input, 1);
  REQUIRE(find(table, welder, midwife) != nullptr);
  CHECK(part(*find(table, welder, midwife), RolePart::needs) > 0);
}

TEST_CASE("a role of another language is not similar", "[similar_roles]") {
  RecommendInput input = roles();
  input.roles[solderer].language = "de";
  const NeighbourTable table = build_similar_roles(input, 1);
  CHECK(find(table, welder, solderer) == nullptr);
}

TEST_CASE("similar roles are the same for any number of threads", "[similar_roles]") {
  const NeighbourTable one = build_similar_roles(roles(), 1);
  const NeighbourTable four = build_similar_roles(roles(), 4);
  for (std::size_t i = 0; i < one.of.size(); ++i) {
    REQUIRE(one.of[i].size() == four.of[i].size());
    for (std::size_t j = 0; j < one.of[i].size(); ++j) {
      CHECK(one.of[i][j].item == four.of[i][j].item);
      CHECK(one.of[i][j].parts == four.of[i][j].parts);
    }
  }
}

TEST_CASE("no roles, and roles without a word, are similar to none", "[similar_roles]") {
  CHECK(build_similar_roles({}, 2).of.empty());
  RecommendInput input;
  input.roles = {role("", {}), role("", {""})};
  for (const auto& list : build_similar_roles(input, 2).of) CHECK(list.empty());
}

}  // namespace
}  // namespace guidepost
