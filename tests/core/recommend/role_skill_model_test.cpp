// The model's file: read back whole, refused when it is not what was written.
#include "core/recommend/role_skill_model.h"

#include "core/recommend/role_estimate.h"
#include "core/recommend/role_skill_hash.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

/// Uses everything a file could have got wrong.
double ask_everything(const RoleSkillModel& model) {
  double sum = 0;
  for (std::uint32_t role = 0; role < model.role_count(); ++role) {
    const RoleEstimate estimate(model, role);
    for (std::uint32_t skill = 0; skill < model.skill_count(); ++skill) {
      sum += estimate.scores()[skill];
      sum += static_cast<double>(estimate.shares_of(skill).shares.size());
    }
  }
  return sum;
}

test::SmallRoles small(std::size_t roles, std::size_t skills) {
  test::Dice dice(8);
  return test::SmallRoles(test::random_input(dice, roles, skills, test::Texts::some));
}

TEST_CASE("a model knows what it was made from", "[role_skill_model]") {
  const auto roles = small(4, 6);
  CHECK(RoleSkillModel::source_hash_of(roles.file()) == "hash");
  CHECK(RoleSkillModel::source_hash_of(roles.directory().path() / "none").empty());
  CHECK(RoleSkillModel::source_hash_of(roles.directory().write("other", "GPRS")).empty());
}

TEST_CASE("a model of another index is refused", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const auto others = small(4, 7);
  const auto opened = RoleSkillModel::open(roles.file(), others.graph());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::index_damaged);
  CHECK_FALSE(RoleSkillModel::open(roles.directory().path() / "none", roles.graph()));
}

TEST_CASE("a model cut short, or with something behind it, is refused", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const std::string bytes = roles.directory().read("role-skills");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto file = roles.directory().write("short", bytes.substr(0, size));
    const auto opened = RoleSkillModel::open(file, roles.graph());
    REQUIRE_FALSE(opened);
    REQUIRE(opened.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(RoleSkillModel::open(roles.directory().write("long", bytes + "x"), roles.graph()));
}

TEST_CASE("a model with bytes changed is refused or can be used", "[role_skill_model]") {
  const auto [rows, columns] = GENERATE(table<std::size_t, std::size_t>({{3, 6}, {6, 3}}));
  const auto roles = small(rows, columns);
  const std::string good = roles.directory().read("role-skills");
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const auto opened =
          RoleSkillModel::open(roles.directory().write("odd", bytes), roles.graph());
      if (opened) ask_everything(*opened);
    }
  }
  SUCCEED("no crash");
}

TEST_CASE("a graph alone gives a model that has learned nothing", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const RoleSkillModel plain(roles.graph());
  CHECK(plain.role_count() == 4);
  CHECK(RoleEstimate(plain, 0).scores() == std::vector<float>(6, 0));
  CHECK(ask_everything(RoleSkillModel()) == 0);
}

TEST_CASE("what the model is made from is hashed, what is named together is not",
          "[role_skill_model]") {
  test::Dice dice(2);
  const RecommendInput input = test::random_input(dice, 4, 6, test::Texts::some);
  RecommendInput other = input;
  other.together.push_back({0, 1, 3});
  CHECK(role_skill_hash_of(other) == role_skill_hash_of(input));
  other.roles[1].passages.emplace_back("weld");
  CHECK(role_skill_hash_of(other) != role_skill_hash_of(input));
  other = input;
  other.needs.front().importance ^= 1U;
  CHECK(role_skill_hash_of(other) != role_skill_hash_of(input));
}

}  // namespace
}  // namespace guidepost
