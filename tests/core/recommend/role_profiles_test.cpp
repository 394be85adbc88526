// Roles by what they need more of than others.
#include "core/recommend/role_profiles.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

constexpr std::size_t role_count = 6;
constexpr std::uint32_t rated = 10;

/// Six roles rated in ten kinds of knowledge, even ones high in the first; and one technology each of seven.
RecommendInput input() {
  RecommendInput input;
  for (std::uint32_t i = 0; i < rated + 7; ++i) {
    RecommendInput::Entry skill;
    skill.id = std::to_string(100 + i);
    skill.kind = i < rated ? SkillKind::knowledge : SkillKind::technology;
    input.skills.push_back(std::move(skill));
  }
  for (std::uint32_t i = 0; i < role_count; ++i) {
    RecommendInput::Role role;
    role.id = std::to_string(i);
    input.roles.push_back(std::move(role));
    const auto high = static_cast<std::uint8_t>(i % 2 == 0 ? 5 : 2);
    input.needs.push_back({i, 0, high});
    input.needs.push_back({i, 1, static_cast<std::uint8_t>(7 - high)});
    for (std::uint32_t other = 2; other < rated; ++other) input.needs.push_back({i, other, 3});
    input.needs.push_back({i, rated + i / 2, 4});
  }
  return input;
}

float cosine(const SparseRows& rows, std::size_t a, std::size_t b) {
  Scattered space(rows.columns());
  space.lay(rows[a]);
  return space.dot(rows[b]);
}

TEST_CASE("roles above the mean in the same are alike, those below it opposite",
          "[role_profiles]") {
  const SparseRows profiles = rated_profiles(input(), SkillKind::knowledge);
  CHECK(cosine(profiles, 0, 2) == Approx(1));
  CHECK(cosine(profiles, 0, 1) == Approx(-1));
}

TEST_CASE("a source that names a few of many skills rates none", "[role_profiles]") {
  const SparseRows profiles = rated_profiles(input(), SkillKind::technology);
  for (std::size_t role = 0; role < role_count; ++role) CHECK(profiles[role].empty());
}

TEST_CASE("roles that need the same unrated skills are alike, others share nothing",
          "[role_profiles]") {
  const SparseRows profiles = need_profiles(input());
  CHECK(cosine(profiles, 0, 1) == Approx(1));
  CHECK(cosine(profiles, 0, 2) == 0);
  CHECK(profiles[0].size() == 1);
}

TEST_CASE("nothing known gives empty profiles", "[role_profiles]") {
  CHECK(rated_profiles({}, SkillKind::knowledge).size() == 0);
  CHECK(need_profiles({}).size() == 0);
}

}  // namespace
}  // namespace guidepost
