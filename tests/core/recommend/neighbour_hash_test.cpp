// Whatever changes a list changes its hash, so that no generation takes over the lists of another input.
#include "core/recommend/neighbour_hash.h"

#include "core/recommend/recommend_weights.h"
#include "core/recommend/role_skill_hash.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace guidepost {
namespace {

RecommendInput some_input() {
  test::Dice dice(4);
  RecommendInput input = test::random_input(dice, 4, 6, test::Texts::some);
  input.roles[0].levels = {"senior"};
  input.relations = {{0, 1, RelationKind::related}};
  input.together = {{0, 1, 3}};
  input.passages_with_skill = {3, 3, 0, 0, 0, 0};
  input.passages = 7;
  return input;
}

std::string hash_of(const RecommendInput& input) {
  return neighbour_hash_of(input, role_skill_hash_of(input));
}

TEST_CASE("what the lists are made from is hashed", "[neighbour_hash]") {
  struct Row {
    std::string what;
    std::function<void(RecommendInput&)> change;
  };
  const auto row = GENERATE(values<Row>({
      {"a skill's kind", [](auto& input) { input.skills[2].kind = SkillKind::knowledge; }},
      {"a skill's label", [](auto& input) { input.skills[2].label += "s"; }},
      {"a skill's description", [](auto& input) { input.skills[2].description = "weld"; }},
      {"a skill's aliases", [](auto& input) { input.skills[2].aliases = {"weld"}; }},
      {"a skill's language", [](auto& input) { input.skills[2].language = "de"; }},
      {"a skill's source", [](auto& input) { input.skills[2].source = "other"; }},
      {"a skill's families", [](auto& input) { input.skills[2].families = {"other"}; }},
      {"a role's title", [](auto& input) { input.roles[1].title += "s"; }},
      {"a role's passages", [](auto& input) { input.roles[1].passages = {"weld"}; }},
      {"a role's text", [](auto& input) { input.roles[1].text = "weld"; }},
      {"a role's levels", [](auto& input) { input.roles[1].levels = {"junior"}; }},
      {"whose level it is",
       [](auto& input) { std::swap(input.roles[0].levels, input.roles[1].levels); }},
      {"how levels are split", [](auto& input) { input.roles[0].levels = {"sen\nior"}; }},
      {"a role's source", [](auto& input) { input.roles[1].source = "other"; }},
      {"an importance", [](auto& input) { input.needs.front().importance ^= 1U; }},
      {"a relation",
       [](auto& input) {
         input.relations.push_back({1, 2, {}});
       }},
      {"a relation's kind", [](auto& input) { input.relations[0].kind = RelationKind::broader; }},
      {"passages of two skills", [](auto& input) { ++input.together[0].passages; }},
      {"passages of a skill", [](auto& input) { ++input.passages_with_skill[4]; }},
      {"passages", [](auto& input) { ++input.passages; }},
  }));
  RecommendInput other = some_input();
  row.change(other);
  CAPTURE(row.what);
  CHECK(hash_of(other) != hash_of(some_input()));
}

TEST_CASE("each of the weights changes the hash", "[neighbour_hash]") {
  const RecommendInput input = some_input();
  const std::string own = neighbour_hash_of(input, "model");
  for (std::size_t i = 0; i < neighbour_weights().size(); ++i) {
    std::vector<double> weights = neighbour_weights();
    weights[i] += 0.001;
    CHECK(neighbour_hash_of(input, "model", weights) != own);
  }
}

TEST_CASE("every weight is hashed", "[neighbour_hash]") {
  std::vector<double> expected;
  const auto add = [&](auto... values) { (expected.push_back(static_cast<double>(values)), ...); };
  for (const float weight : phrase_weights) add(weight);
  for (const float weight : technology_weights) add(weight);
  for (const float weight : role_weights) add(weight);
  add(crowd_weight, skill_label_repeats, skill_alias_repeats, skill_letters_idf, roles_shrinkage,
      passages_shrinkage, role_title_repeats, role_text_repeats, role_idf);
  add(crowd, skill_dimensions, flip_least_pairs, flip_least_share, role_dimensions);
  std::vector<double> hashed = neighbour_weights();
  std::sort(hashed.begin(), hashed.end());
  std::sort(expected.begin(), expected.end());
  CHECK(hashed == expected);
}

TEST_CASE("what is a role and what is a skill changes the hash", "[neighbour_hash]") {
  RecommendInput roles;
  roles.roles.resize(2);
  RecommendInput skills;
  skills.skills.resize(2);
  CHECK(role_skill_hash_of(roles) != role_skill_hash_of(skills));
}

TEST_CASE("what no list reads leaves the hash as it is", "[neighbour_hash]") {
  RecommendInput other = some_input();
  CHECK(hash_of(other) == hash_of(some_input()));
  other.roles[1].leads_to = {"pilot"};
  CHECK(hash_of(other) == hash_of(some_input()));
}

}  // namespace
}  // namespace guidepost
