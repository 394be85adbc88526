// What a role needs beyond what it declares: the same numbers as the formula in plain form, whatever side is inverted, and shares that add up.
#include "core/recommend/role_estimate.h"

#include "core/recommend/role_skill_weights.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace guidepost {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// Gauss and Jordan, as in a schoolbook.
Matrix inverse(Matrix a) {
  const std::size_t size = a.size();
  Matrix b(size, std::vector<double>(size, 0));
  for (std::size_t i = 0; i < size; ++i) b[i][i] = 1;
  for (std::size_t pivot = 0; pivot < size; ++pivot) {
    const double by = a[pivot][pivot];
    for (std::size_t j = 0; j < size; ++j) {
      a[pivot][j] /= by;
      b[pivot][j] /= by;
    }
    for (std::size_t row = 0; row < size; ++row) {
      if (row == pivot) continue;
      const double times = a[row][pivot];
      for (std::size_t j = 0; j < size; ++j) {
        a[row][j] -= times * a[pivot][j];
        b[row][j] -= times * b[pivot][j];
      }
    }
  }
  return b;
}

/// (W X' X W + ridge I)^-1, skills x skills.
Matrix plain_inverse(const RoleSkillModel& model) {
  const std::size_t skills = model.skill_count();
  Matrix gram(skills, std::vector<double>(skills, 0));
  for (std::size_t role = 0; role < model.role_count(); ++role) {
    for (const auto& a : model.needs()[role]) {
      for (const auto& b : model.needs()[role]) {
        gram[a.column][b.column] +=
            static_cast<double>(a.value) * b.value * model.scale(a.column) * model.scale(b.column);
      }
    }
  }
  for (std::size_t skill = 0; skill < skills; ++skill)
    gram[skill][skill] += role_skill_weights.ridge;
  return inverse(gram);
}

TEST_CASE("scores are those of the plain formula, whichever side is inverted", "[role_estimate]") {
  const auto [roles, skills] =
      GENERATE(table<std::size_t, std::size_t>({{6, 14}, {14, 6}, {9, 9}}));
  test::Dice dice(static_cast<std::uint32_t>(roles));
  const test::SmallRoles small(test::random_input(dice, roles, skills, test::Texts::none));
  const RoleSkillModel& model = small.model();
  const Matrix p = plain_inverse(model);
  for (std::uint32_t role = 0; role < roles; ++role) {
    const RoleEstimate estimate(model, role);
    std::vector<bool> declared(skills, false);
    for (const auto& need : model.needs()[role]) declared[need.column] = true;
    for (std::uint32_t skill = 0; skill < skills; ++skill) {
      if (declared[skill]) continue;
      double expected = 0;
      for (const auto& need : model.needs()[role]) {
        expected -= static_cast<double>(need.value) * model.scale(need.column) /
                    model.scale(skill) * p[need.column][skill] / p[skill][skill];
      }
      CHECK(static_cast<double>(estimate.scores()[skill]) == Approx(expected).margin(1e-4));
    }
  }
}

TEST_CASE("shares add up to the score, texts and groups among them", "[role_estimate]") {
  const auto [roles, skills] = GENERATE(table<std::size_t, std::size_t>({{7, 20}, {20, 7}}));
  test::Dice dice(5);
  const test::SmallRoles small(test::random_input(dice, roles, skills, test::Texts::some));
  bool words = false;
  for (std::uint32_t role = 0; role < roles; ++role) {
    const RoleEstimate estimate(small.model(), role);
    for (std::uint32_t skill = 0; skill < skills; ++skill) {
      bool is_declared = false;
      for (const auto& need : small.model().needs()[role]) is_declared |= need.column == skill;
      if (is_declared) continue;
      const auto shares = estimate.shares_of(skill);
      double sum = 0;
      for (const SkillShare& share : shares.shares) {
        sum += share.weight;
        words = words || share.kind == ShareKind::words;
      }
      CHECK(sum == Approx(shares.score).margin(1e-9));
      CHECK(sum == Approx(static_cast<double>(estimate.scores()[skill])).margin(1e-4));
    }
  }
  CHECK(words);
}

TEST_CASE("a role without needs is known by its text", "[role_estimate]") {
  RecommendInput input;
  input.roles.resize(5);
  const char* titles[] = {"ship welder", "pipe welder", "night nurse", "ward nurse", "hull welder"};
  for (std::uint32_t role = 0; role < 5; ++role) {
    input.roles[role].id = test::numbered("role-", role);
    input.roles[role].title = titles[role];
  }
  input.skills.resize(6);
  for (std::size_t skill = 0; skill < 6; ++skill) {
    input.skills[skill].id = test::numbered("skill-", skill);
  }
  input.needs = {{0, 0, 5}, {0, 1, 5}, {1, 0, 5}, {1, 2, 5},
                 {2, 3, 5}, {2, 4, 5}, {3, 3, 5}, {3, 5, 5}};
  const test::SmallRoles small(input);
  const RoleEstimate estimate(small.model(), 4);
  CHECK(estimate.scores()[0] > estimate.scores()[3]);
  CHECK(estimate.scores()[0] > 0);
  const auto shares = estimate.shares_of(0);
  REQUIRE(shares.shares.size() == 1);
  CHECK(shares.shares.front().kind == ShareKind::role_text);
}

TEST_CASE("roles of different sources that share nothing know nothing of each other",
          "[role_estimate]") {
  test::Dice dice(3);
  RecommendInput input = test::random_input(dice, 4, 8, test::Texts::some);
  std::erase_if(input.needs, [](const auto& need) { return (need.role < 2) != (need.skill < 4); });
  input.needs.push_back({3, 7, 5});
  for (std::size_t role = 0; role < 4; ++role) input.roles[role].source = role < 2 ? "a" : "b";
  for (std::size_t skill = 0; skill < 8; ++skill)
    input.skills[skill].source = skill < 4 ? "a" : "b";
  std::sort(input.needs.begin(), input.needs.end(), [](const auto& a, const auto& b) {
    return a.role != b.role ? a.role < b.role : a.skill < b.skill;
  });
  input.needs.erase(std::unique(input.needs.begin(), input.needs.end(),
                                [](const auto& a, const auto& b) {
                                  return a.role == b.role && a.skill == b.skill;
                                }),
                    input.needs.end());
  const test::SmallRoles small(input);
  const RoleEstimate estimate(small.model(), 0);
  for (std::uint32_t skill = 4; skill < 8; ++skill) CHECK(estimate.scores()[skill] == 0);
}

}  // namespace
}  // namespace guidepost
