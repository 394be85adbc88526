// Roles that fit: coverage, parts that add up, and stand-ins for skills no role needs.
#include "core/recommend/roles_for_skills.h"

#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

namespace guidepost {
namespace {

RecommendInput three_roles() {
  RecommendInput input;
  for (const char* title : {"cook", "nurse", "welder"}) {
    auto& role = input.roles.emplace_back();
    role.id = title;
    role.title = title;
  }
  for (const char* label : {"arc welding", "bake bread", "give first aid", "plan menus",
                            "sharpen knives", "spot welding"}) {
    auto& skill = input.skills.emplace_back();
    skill.id = label;
    skill.label = label;
  }
  input.needs = {{0, 1, 5}, {0, 3, 4}, {0, 4, 2}, {1, 2, 5}, {2, 0, 5}, {2, 4, 1}};
  return input;
}

TEST_CASE("what more is held covers more, never less", "[roles_for_skills]") {
  test::Dice dice(21);
  const test::SmallRoles small(test::random_input(dice, 10, 24, test::Texts::some));
  const RecommendData data = small.data();
  for (int round = 0; round < 30; ++round) {
    std::vector<std::uint32_t> held;
    std::vector<double> before(10, 0);
    for (int i = 0; i < 10; ++i) {
      held.push_back(static_cast<std::uint32_t>(dice.roll(24)));
      const HeldSkills have(data, held);
      for (std::uint32_t role = 0; role < 10; ++role) {
        const double now = have.coverage_of(role);
        REQUIRE(now >= before[role]);
        REQUIRE(now <= 1);
        before[role] = now;
      }
    }
  }
}

TEST_CASE("parts add up to the score, held and missing to the role", "[roles_for_skills]") {
  test::Dice dice(22);
  const test::SmallRoles small(test::random_input(dice, 10, 24, test::Texts::some));
  RolesRequest request;
  request.most_missing = 100;
  const RolesAnswer answer =
      roles_for_skills(small.data(), std::vector<std::uint32_t>{2, 5, 9, 14, 15}, request);
  REQUIRE(answer.roles.size() > 3);
  for (const RoleFit& role : answer.roles) {
    double score = 0;
    for (const HeldPart& part : role.held) score += part.weight;
    CHECK(score == Approx(role.score).margin(1e-9));
    double missing = 0;
    for (const NeededSkill& skill : role.missing) missing += skill.share;
    CHECK(missing + role.coverage == Approx(1).margin(1e-6));
    CHECK(role.missing.size() == role.missing_total);
  }
}

TEST_CASE("a role leads where its source says, else to its page", "[roles_for_skills]") {
  RecommendInput input = three_roles();
  input.roles[0].id = "c/ook";
  input.roles[2].url = "https://site/welder";
  const test::SmallRoles small(input);
  const RolesAnswer answer =
      roles_for_skills(small.data(), std::vector<std::uint32_t>{0, 1, 4}, {});
  REQUIRE(answer.roles.size() == 2);
  for (const RoleFit& role : answer.roles) {
    CHECK(role.url == (role.id == "welder" ? "https://site/welder" : "/guides/c%2Fook"));
  }
}

TEST_CASE("the role that needs what is held comes first, and says what is missing",
          "[roles_for_skills]") {
  const test::SmallRoles small(three_roles());
  const RolesAnswer answer = roles_for_skills(small.data(), std::vector<std::uint32_t>{4, 3}, {});
  REQUIRE(answer.total == 2);
  CHECK(answer.roles[0].id == "cook");
  REQUIRE(answer.roles[0].missing.size() == 1);
  CHECK(answer.roles[0].missing[0].id == "bake bread");
  CHECK(answer.roles[0].missing[0].importance == 5);
  CHECK(answer.roles[0].held[0].id == "plan menus");
}

TEST_CASE("a skill that no role needs stands for the nearest in words", "[roles_for_skills]") {
  const test::SmallRoles small(three_roles());
  const RolesAnswer answer = roles_for_skills(small.data(), std::vector<std::uint32_t>{5}, {});
  REQUIRE(answer.roles.size() == 1);
  CHECK(answer.roles[0].id == "welder");
  REQUIRE(answer.roles[0].held.size() == 1);
  CHECK(answer.roles[0].held[0].id == "arc welding");
  CHECK(answer.roles[0].held[0].instead_of == "spot welding");
  CHECK(answer.roles[0].coverage == 0);
}

TEST_CASE("a skill called like a held one in other words is held", "[roles_for_skills]") {
  RecommendInput input = three_roles();
  input.skills[5].label = "welding, arc";
  const test::SmallRoles small(input);
  CHECK(HeldSkills(small.data(), std::vector<std::uint32_t>{5}).added_by(0).empty());
  CHECK_FALSE(HeldSkills(small.data(), std::vector<std::uint32_t>{4}).added_by(0).empty());
}

TEST_CASE("a role is like others by what both need, and not like itself", "[roles_for_skills]") {
  const test::SmallRoles small(three_roles());
  const RolesAnswer answer = roles_like(small.data(), 0, {});
  REQUIRE(answer.roles.size() == 1);
  CHECK(answer.roles[0].id == "welder");
  CHECK(answer.roles[0].held[0].id == "sharpen knives");
  CHECK(roles_like(small.data(), 1, {}).roles.empty());
}

TEST_CASE("what chosen roles share with a role is what all like it are said to share",
          "[roles_for_skills]") {
  const test::SmallRoles small(three_roles());
  const auto shared = shared_with(small.data(), 0, std::vector<std::uint32_t>{1, 2}, {});
  REQUIRE(shared.size() == 2);
  for (const RoleFit& like : roles_like(small.data(), 0, {}).roles) {
    const bool is_first = like.id == shared[0].id;
    const RoleFit& one = shared[is_first ? 0 : 1];
    const RoleFit& none = shared[is_first ? 1 : 0];
    CHECK(one.id == like.id);
    CHECK(one.coverage == like.coverage);
    CHECK(one.held.size() == like.held.size());
    CHECK(one.missing_total == like.missing_total);
    CHECK(none.held.empty());
    CHECK(none.missing_total == 0);
    CHECK_FALSE(none.title.empty());
  }
}

}  // namespace
}  // namespace guidepost
