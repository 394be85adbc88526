// A few roles and skills with a model of them, written and opened as an index does.
#pragma once

#include "core/recommend/recommend_data.h"
#include "core/recommend/role_skill_model_builder.h"
#include "support/dice.h"
#include "support/graph_of.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::test {

inline Names names_of(const RecommendInput& input) {
  std::vector<Skill> skills;
  for (const auto& entry : input.skills) {
    Skill skill;
    skill.id = entry.id;
    skill.label = entry.label;
    skill.aliases = entry.aliases;
    skill.kind = entry.kind;
    skill.language = entry.language;
    skills.push_back(std::move(skill));
  }
  for (const auto& relation : input.relations) {
    skills[relation.from].relations.push_back({input.skills[relation.to].id, relation.kind});
  }
  Names names;
  names.vocabulary = Vocabulary(std::move(skills));
  for (const auto& role : input.roles) names.roles.push_back({role.id, role.title, role.aliases});
  return names;
}

/// Everything of one small index.
class SmallRoles {
 public:
  explicit SmallRoles(const RecommendInput& input,
                      std::size_t most_rows = role_skill_weights.most_rows)
      : names_(names_of(input)),
        graph_(graph_of(input)),
        cards_(role_cards_of(input)),
        languages_(names_.vocabulary.skills()),
        forms_(names_.vocabulary.skills()),
        namesakes_(forms_, names_.vocabulary.skills().size()) {
    REQUIRE(write_role_skill_model(input, "hash", file(), 1, most_rows));
    auto model = RoleSkillModel::open(file(), graph_);
    REQUIRE(model);
    model_ = std::move(*model);
  }

  std::filesystem::path file() const { return directory_.path() / "role-skills"; }
  const TemporaryDirectory& directory() const { return directory_; }
  const SkillGraph& graph() const { return graph_; }
  const RoleSkillModel& model() const { return model_; }
  RecommendData data() const {
    return {names_, graph_, model_, cards_, none_, none_, languages_, forms_, namesakes_};
  }

 private:
  TemporaryDirectory directory_;
  Names names_;
  SkillGraph graph_;
  std::vector<RoleCard> cards_;
  SkillLanguages languages_;
  SkillForms forms_;
  Namesakes namesakes_;
  RoleSkillModel model_;
  NeighbourLists none_;
};

/// Two digits: ids and names sort as numbers do.
inline std::string numbered(std::string_view what, std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string(what) + (digits.size() < 2 ? "0" : "") + digits;
}

/// Whether roles and skills have names and texts, or nothing that could be compared.
enum class Texts { none, some };

inline RecommendInput random_input(Dice& dice, std::size_t roles, std::size_t skills, Texts texts) {
  const std::vector<std::string> words{"pay",   " ledger", " weld", " paint",
                                       " code", " nurse",  " cook "};
  RecommendInput input;
  for (std::size_t role = 0; role < roles; ++role) {
    auto& one = input.roles.emplace_back();
    one.id = numbered("role-", role);
    if (texts == Texts::some) one.title = dice.text(words, 1, 4);
    for (std::uint32_t skill = 0; skill < skills; ++skill) {
      if (!dice.once_in(3)) continue;
      input.needs.push_back(
          {static_cast<std::uint32_t>(role), skill, static_cast<std::uint8_t>(1 + dice.roll(5))});
    }
  }
  for (std::size_t skill = 0; skill < skills; ++skill) {
    auto& one = input.skills.emplace_back();
    one.id = numbered("skill-", skill);
    if (texts == Texts::none) continue;
    one.label = numbered("thing", skill) + " " + dice.text(words, 1, 3);
    one.families = {numbered("group-", dice.roll(3))};
  }
  return input;
}

}  // namespace guidepost::test
