// Numbers of forms say what labels say: the same things are shown once, others each.
#include "core/recommend/skill_forms.h"

#include "core/recommend/same_thing.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::vector<Skill> called(const std::vector<std::string>& labels) {
  std::vector<Skill> skills;
  for (const std::string& label : labels) skills.emplace_back().label = label;
  return skills;
}

TEST_CASE("a skill is shown once by whatever form of its name", "[skill_forms]") {
  const auto skills = called({"SQL", "Structured query language SQL", "SQL Server", "", "--", "sql",
                              "Structured query language"});
  const SkillForms forms(skills);
  SkillsShown shown(forms);
  CHECK(shown.add(1));
  CHECK_FALSE(shown.add(0));
  CHECK(shown.add(2));
  CHECK_FALSE(shown.add(2));
  CHECK(shown.add(3));  // what has no words is never the same
  CHECK(shown.add(4));
  CHECK(shown.add(4));
  CHECK_FALSE(shown.add(5));
  SkillsShown again(forms);
  CHECK(again.add(6));
  CHECK_FALSE(again.add(1));  // one of its forms is enough
  CHECK_FALSE(again.add(0));  // all of them are shown from then on
}

TEST_CASE("numbers of forms say what the labels say", "[skill_forms]") {
  test::Dice dice(3);
  const std::vector<std::string> words{"Machine ", "learning ", "(ML) ", "Go ",
                                       "(game) ",  "C++ ",      "C ",    "(programming language) "};
  std::vector<std::string> labels;
  for (int i = 0; i < 300; ++i) labels.push_back(dice.text(words, 0, 3));
  const auto skills = called(labels);
  const SkillForms forms(skills);
  SkillsShown by_number(forms);
  ThingsShown by_label;
  std::size_t shown = 0;
  for (std::uint32_t skill = 0; skill < labels.size(); ++skill) {
    const bool is_new = by_label.add(labels[skill]);
    CHECK(by_number.add(skill) == is_new);
    shown += is_new ? 1 : 0;
  }
  CHECK(shown > 20);
  CHECK(shown < 300);
}

TEST_CASE("no skills have no forms", "[skill_forms]") {
  CHECK(SkillForms().count() == 0);
  CHECK(SkillForms(std::vector<Skill>()).count() == 0);
}

}  // namespace
}  // namespace guidepost
