// Which passages help with a skill: those about it, not those that list it among others.
#include "core/search/helping_passages.h"

#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

const test::SmallIndex& index() {
  const std::string of_baker = R"(, "guide": "baker", "skills": ["kneading"])";
  const auto in = [&](const char* section) {
    return of_baker + R"(, "section": ")" + section + "\"";
  };
  static const test::SmallIndex small(
      test::line("kneading", "skill", "Kneading", "Dough and hands.") +
      test::line("proving", "skill", "Proving", "Dough at rest.") +
      test::line("baker", "guide", "Baker", "Bakes bread at night.",
                 R"(, "skills": ["kneading", "proving"])") +
      test::line("a-list", "passage", "Baker skills", "Kneading, proving, shaping, scoring.",
                 in("skills")) +
      test::line("b-day", "passage", "The night", "Weighing comes before the oven.", in("day")) +
      test::line("tip", "tip", "Kneading for beginners", "Fold, turn, fold again.",
                 R"(, "skills": ["kneading"])"));
  return small;
}

std::vector<std::string> help(std::size_t limit) {
  const Skill* skill = index().engine().vocabulary().find("kneading");
  REQUIRE(skill != nullptr);
  const auto found = helping_passages(*index().engine().lease(), *skill, "baker", limit);
  REQUIRE(found);
  std::vector<std::string> ids;
  for (const HelpingPassage& one : *found) ids.push_back(one.id);
  return ids;
}

TEST_CASE("a passage about a skill helps before one that only lists it", "[helping_passages]") {
  const std::vector<std::string> all = help(5);
  REQUIRE(all.size() >= 2);
  CHECK(all.back() == "a-list");
  CHECK(help(1) != std::vector<std::string>{"a-list"});
}

TEST_CASE("help with a gap is in the order of what is missing", "[helping_passages]") {
  GapAnswer gap;
  gap.role = "baker";
  gap.missing.resize(2);
  gap.missing[0].skill.id = "no such skill";
  gap.missing[1].skill.id = "kneading";
  const auto found = help_with_gap(*index().engine().lease(), index().engine().vocabulary(), gap);
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK(found->at(0).empty());
  CHECK(found->at(1).size() == 2);
}

TEST_CASE("help is looked up for the first steps of a gap alone", "[helping_passages]") {
  GapAnswer gap;
  gap.role = "baker";
  gap.missing.resize(most_helped + 5);
  for (GapStep& step : gap.missing) step.skill.id = "kneading";
  const auto found = help_with_gap(*index().engine().lease(), index().engine().vocabulary(), gap);
  REQUIRE(found);
  CHECK(found->size() == most_helped);
  CHECK(found->back().size() == 2);
}

}  // namespace
}  // namespace guidepost
