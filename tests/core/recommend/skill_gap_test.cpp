// Gaps in learning order, and where a role leads.
#include "core/recommend/skill_gap.h"

#include "core/recommend/next_roles.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost {
namespace {

/// Six developers: all but two need code, those of the web markup too, half of those styles; one of ten needs ships.
RecommendInput developers() {
  RecommendInput input;
  for (const char* id : {"app", "back", "front", "full", "intern", "lead", "other-1", "other-2",
                         "other-3", "other-4", "other-5", "sailor", "style", "web"}) {
    auto& role = input.roles.emplace_back();
    role.id = id;
    role.title = std::string("The ") + id;
  }
  for (const char* id : {"code", "markup", "ships", "styles"}) {
    auto& skill = input.skills.emplace_back();
    skill.id = id;
    skill.label = std::string("of ") + id;
  }
  enum : std::uint32_t { code, markup, ships, styles };
  input.needs = {{2, markup, 3},  {2, styles, 5}, {3, code, 5},    {3, markup, 3},
                 {5, code, 4},    {11, ships, 5}, {12, markup, 3}, {12, styles, 5},
                 {13, markup, 4}, {13, styles, 4}};
  input.relations = {{styles, markup, RelationKind::broader}};
  return input;
}

TEST_CASE("what is built on comes after what it is built on, else by importance", "[skill_gap]") {
  const test::SmallRoles small(developers());
  const GapAnswer gap = skill_gap(small.data(), 2, {}, {});
  REQUIRE(gap.missing.size() == 2);
  CHECK(gap.missing[0].skill.id == "markup");
  CHECK(gap.missing[1].skill.id == "styles");
  REQUIRE(gap.missing[1].after.size() == 1);
  CHECK(gap.missing[1].after[0].id == "markup");
  CHECK(gap.missing[1].after[0].why.kind == PrecedenceKind::declared);
}

TEST_CASE("what has two names is missing once", "[skill_gap]") {
  RecommendInput input = developers();
  input.skills[0].label = "SQL";
  input.skills[3].label = "Structured query language SQL";
  input.needs.insert(input.needs.begin(), {2, 0, 4});
  const test::SmallRoles small(input);
  const GapAnswer gap = skill_gap(small.data(), 2, {}, {});
  CHECK(gap.missing_total == 2);
  CHECK(gap.missing.size() == 2);
}

TEST_CASE("what is held by one name is not missing by another", "[skill_gap]") {
  RecommendInput input = developers();
  input.skills[0].label = "SQL";
  input.skills[3].label = "Structured query language SQL";
  const test::SmallRoles small(input);
  const RecommendData data = small.data();
  enum : std::uint32_t { sql, markup, ships, long_sql };
  const GapAnswer gap = skill_gap(data, 2, std::vector<std::uint32_t>{sql}, {});  // needs long_sql
  REQUIRE(gap.missing.size() == 1);
  CHECK(gap.missing[0].skill.id == "markup");
  REQUIRE(gap.held.size() == 1);
  CHECK(gap.held[0].id == "styles");
  CHECK(gap.coverage > 0.5);
  const std::vector<std::uint32_t> both{sql, long_sql};
  for (const std::uint32_t role : {2U, 3U, 5U, 12U, 13U}) {
    const double coverage = HeldSkills(data, both).coverage_of(role);
    for (const std::uint32_t one : both) {
      CHECK(HeldSkills(data, std::vector<std::uint32_t>{one}).coverage_of(role) == coverage);
    }
  }
  // "lead" needs "SQL" alone: who comes from "style" has it.
  const NextAnswer next = next_roles(data, 12, 10);
  const auto lead = std::find_if(next.roles.begin(), next.roles.end(),
                                 [](const NextRole& role) { return role.id == "lead"; });
  REQUIRE(lead != next.roles.end());
  CHECK(lead->overlap == 1);
}

TEST_CASE("roles show the order where nothing is declared", "[skill_gap]") {
  RecommendInput input;
  for (std::size_t role = 0; role < 40; ++role) {
    input.roles.emplace_back().id = test::numbered("role-", role);
    if (role >= 8) continue;
    input.needs.push_back({static_cast<std::uint32_t>(role), 0, 3});
    if (role < 3) input.needs.push_back({static_cast<std::uint32_t>(role), 1, 5});
  }
  input.skills.resize(2);
  input.skills[0].id = "a";
  input.skills[1].id = "b";
  const test::SmallRoles small(input);
  const auto why = precedence_of(small.data(), 0, 1);
  REQUIRE(why);
  CHECK(why->kind == PrecedenceKind::roles);
  CHECK(why->share == 1);
  CHECK_FALSE(precedence_of(small.data(), 1, 0));
}

TEST_CASE("a circle of declared relations loses nothing", "[skill_gap]") {
  RecommendInput input = developers();
  input.relations.push_back({1, 3, RelationKind::essential});
  const test::SmallRoles small(input);
  const std::vector<std::uint32_t> skills{3, 1, 0, 2};
  std::set<std::size_t> places;
  for (const LearningStep& step : learning_order(small.data(), skills)) places.insert(step.place);
  CHECK(places.size() == 4);
}

TEST_CASE("a gap says what is held, what each step opens, and nothing that is held",
          "[skill_gap]") {
  const test::SmallRoles small(developers());
  const GapAnswer gap = skill_gap(small.data(), 2, std::vector<std::uint32_t>{1}, {});
  CHECK(gap.coverage > 0);
  REQUIRE(gap.held.size() == 1);
  REQUIRE(gap.missing.size() == 1);
  CHECK(gap.missing[0].after.empty());
  REQUIRE_FALSE(gap.missing[0].opens.empty());
  CHECK(gap.missing[0].opens[0].after == Approx(1));
  CHECK(gap.missing[0].opens[0].before < 1);
  CHECK(gap.missing[0].needed_by == 3);
  REQUIRE_FALSE(gap.beyond.empty());
  for (const RelatedSkill& skill : gap.beyond) {
    CHECK((skill.id != "markup" && skill.id != "styles"));  // held, and declared
  }
  const std::string likely = gap.beyond.front().id;
  const std::uint32_t number = small.graph().skill_index(likely);
  for (const RelatedSkill& skill :
       skill_gap(small.data(), 2, std::vector<std::uint32_t>{1, number}, {}).beyond) {
    CHECK(skill.id != likely);
  }
}

TEST_CASE("the coverage that a step promises is what the next question answers", "[skill_gap]") {
  test::Dice dice(11);
  RecommendInput input = test::random_input(dice, 12, 24, test::Texts::some);
  // Each shares a form with the next, the first with the last none.
  const std::array<std::string, 3> chain{"machine learning", "machine learning ML", "ML"};
  for (std::size_t skill = 0; skill < 24; ++skill) {  // every third has two names
    const std::string number = std::to_string(skill / 3);
    input.skills[skill].label =
        skill % 3 == 0 ? "manage unit" + number
                       : (skill % 3 == 1 ? "unit" + number + " manage" : "other" + number);
    if (skill >= 18) input.skills[skill].label = chain[skill % 3];
  }
  const test::SmallRoles small(input);
  const RecommendData data = small.data();
  GapRequest all;
  all.most_opened = 12;
  std::size_t promises = 0;
  for (std::uint32_t role = 0; role < 12; ++role) {
    std::vector<std::uint32_t> held{static_cast<std::uint32_t>(dice.roll(24)),
                                    static_cast<std::uint32_t>(dice.roll(24))};
    for (const GapStep& step : skill_gap(data, role, held, all).missing) {
      std::vector<std::uint32_t> more = held;
      more.push_back(data.graph.skill_index(step.skill.id));
      for (const OpenedRole& opened : step.opens) {
        const auto other = static_cast<std::uint32_t>(std::stoul(opened.id.substr(5)));
        CHECK(opened.before == Approx(HeldSkills(data, held).coverage_of(other)));
        CHECK(opened.after == Approx(skill_gap(data, other, more, all).coverage));
        ++promises;
      }
    }
  }
  CHECK(promises > 100);
}

TEST_CASE("the declared path comes first, then small steps with much in common", "[next_roles]") {
  RecommendInput input = developers();
  input.roles[2].leads_to = {"sailor", "nowhere", "front"};
  for (auto& role : input.roles) role.levels = {"mid"};
  input.roles[13].levels = {"executive"};
  input.roles[13].url = "https://site/web";
  const test::SmallRoles small(input);
  const NextAnswer next = next_roles(small.data(), 2, 10);
  REQUIRE(next.roles.size() >= 3);
  CHECK(next.roles[0].id == "sailor");
  CHECK(next.roles[0].is_declared);
  CHECK(next.roles[0].url == "/guides/sailor");
  CHECK(next.roles[0].overlap == 0);
  REQUIRE(next.roles[0].to_learn.size() == 1);
  CHECK(next.roles[1].id == "style");
  CHECK(next.roles[1].overlap == Approx(1));
  CHECK(next.roles[1].step == 0.0);
  const auto web = std::find_if(next.roles.begin(), next.roles.end(),
                                [](const NextRole& role) { return role.id == "web"; });
  REQUIRE(web != next.roles.end());
  CHECK(web->step == 5.0);
  CHECK(web->url == "https://site/web");
  CHECK(web->score < next.roles[1].score);
  for (const NextRole& role : next.roles) CHECK(role.id != "front");
}

TEST_CASE("roles of another language or source are no next step", "[next_roles]") {
  RecommendInput input = developers();
  input.roles[12].language = "de";
  input.roles[13].source = "other";
  const test::SmallRoles small(input);
  for (const NextRole& role : next_roles(small.data(), 2, 10).roles) {
    CHECK(role.id != "style");
    CHECK(role.id != "web");
  }
}

TEST_CASE("how many next steps there are does not depend on how many are asked for",
          "[next_roles]") {
  RecommendInput input = developers();
  input.roles[2].leads_to = {"sailor", "front"};
  const test::SmallRoles small(input);
  const NextAnswer all = next_roles(small.data(), 2, 100);
  REQUIRE(all.roles.size() == 4);
  for (const std::size_t limit : {1U, 2U, 3U, 100U}) {
    const NextAnswer next = next_roles(small.data(), 2, limit);
    CHECK(next.total == 4);
    CHECK(next.roles.size() == std::min<std::size_t>(limit, 4));
  }
}

TEST_CASE("levels have an order", "[role_cards]") {
  CHECK(rank_of_level("junior") < rank_of_level("senior"));
  CHECK(rank_of_level("job-zone-2") < rank_of_level("job-zone-5"));
  CHECK(rank_of_level("wizard") < 0);
}

TEST_CASE("role cards are read back, and refused when damaged", "[role_cards]") {
  RecommendInput input = developers();
  input.roles[2].leads_to = {"sailor"};
  input.roles[2].url = "https://site/web?role=2";
  input.roles[2].levels = {"senior"};
  const std::string bytes = encode(role_cards_of(input));
  const auto cards = decode_role_cards(bytes, input.roles.size());
  REQUIRE(cards);
  CHECK((*cards)[2].leads_to == std::vector<std::uint32_t>{11});
  CHECK((*cards)[2].url == "https://site/web?role=2");
  CHECK((*cards)[2].levels == std::vector<std::string>{"senior"});
  CHECK_FALSE(decode_role_cards(bytes, 3));
  CHECK_FALSE(decode_role_cards(bytes + "x", input.roles.size()));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_role_cards(bytes.substr(0, size), input.roles.size()));
  }
}

}  // namespace
}  // namespace guidepost
