// Skills for roles and for sets: reasons add up, nothing that is there comes again, order of input does not matter.
#include "core/recommend/skill_suggestions.h"

#include "core/recommend/related_skills_builder.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace guidepost {
namespace {

double weight_of(const std::vector<Reason>& reasons) {
  double sum = 0;
  for (const Reason& reason : reasons) sum += reason.weight;
  return sum;
}

using Ids = std::vector<std::string>;

Ids ids_of(const SkillsAnswer& answer) {
  Ids ids;
  for (const RelatedSkill& skill : answer.skills) ids.push_back(skill.id);
  return ids;
}

RecommendInput input_of(std::uint32_t seed) {
  test::Dice dice(seed);
  return test::random_input(dice, 12, 30, test::Texts::some);
}

TEST_CASE("the reasons of a suggestion add up to its score", "[skill_suggestions]") {
  const test::SmallRoles small(input_of(4));
  const RecommendData data = small.data();
  for (std::uint32_t role = 0; role < 12; ++role) {
    for (const RelatedSkill& skill : skills_for_role(data, role, {}, Reasons::yes).skills) {
      CHECK(weight_of(skill.reasons) == Approx(skill.score).margin(1e-3));
    }
  }
  const std::vector<std::uint32_t> held{3, 7, 11, 19};
  const SkillsAnswer beside = skills_for_set(data, held, {}, Reasons::yes);
  REQUIRE_FALSE(beside.skills.empty());
  for (const RelatedSkill& skill : beside.skills) {
    REQUIRE_FALSE(skill.reasons.empty());
    CHECK(weight_of(skill.reasons) == Approx(skill.score).margin(1e-5));
  }
}

TEST_CASE("where there are too many roles to learn from, skills related to the needs are suggested",
          "[skill_suggestions]") {
  const RecommendInput input = input_of(4);
  const test::SmallRoles small(input, 1);
  const auto file = small.directory().path() / "related";
  REQUIRE(write_neighbour_lists(build_related_skills(input, 1), file));
  const auto related = NeighbourLists::open(file, input.skills.size());
  REQUIRE(related);
  const RecommendData bare = small.data();
  const RecommendData data{bare.names,   bare.graph,     bare.model, bare.cards,    *related,
                           bare.similar, bare.languages, bare.forms, bare.namesakes};
  std::size_t suggested = 0;
  for (std::uint32_t role = 0; role < 12; ++role) {
    for (const RelatedSkill& skill : skills_for_role(data, role, {}, Reasons::yes).skills) {
      ++suggested;
      CHECK(weight_of(skill.reasons) == Approx(skill.score).margin(1e-4));
      REQUIRE_FALSE(skill.reasons.empty());
      CHECK(skill.reasons.front().part == "related");
      CHECK(data.graph.skill_index(skill.reasons.front().skill) < input.skills.size());
      for (const auto& use : data.graph.skills_of(role)) {
        CHECK(skill.id != data.graph.skill_id(use.index));
      }
    }
  }
  CHECK(suggested > 50);
}

TEST_CASE("one thing is chosen once, by whatever name", "[skill_suggestions]") {
  RecommendInput input;
  input.roles.emplace_back().id = "clerk";
  for (const char* label : {"Java", "Java (programming)", "SQL", "Structured query language SQL"}) {
    auto& skill = input.skills.emplace_back();
    skill.id = label;
    skill.label = label;
  }
  input.needs = {{0, 0, 5}};
  const test::SmallRoles small(input);
  const std::vector<float> scores{0, 0.9F, 0.5F, 0.8F};
  const auto places = [&](const std::vector<std::uint32_t>& there) {
    std::vector<std::uint32_t> skills;
    for (const ScoredSkill& one : choose_skills(small.data(), scores, there, {}).best) {
      skills.push_back(one.skill);
    }
    return skills;
  };
  CHECK(places({}) == std::vector<std::uint32_t>{1, 3});
  CHECK(places({0}) == std::vector<std::uint32_t>{3});
}

TEST_CASE("what can never be shown is not counted, and a count that stops says so",
          "[skill_suggestions]") {
  RecommendInput input;
  input.roles.emplace_back().id = "clerk";
  for (const char* label :
       {"Java", "Java (programming)", "SQL", "Structured query language SQL", "Go", "Rust"}) {
    auto& skill = input.skills.emplace_back();
    skill.id = label;
    skill.label = label;
  }
  input.needs = {{0, 0, 5}};
  const test::SmallRoles small(input);
  const std::vector<float> scores{0.1F, 0.9F, 0.5F, 0.8F, 0.3F, 0.2F};
  const std::vector<std::uint32_t> java{0};
  for (const std::size_t limit : {1U, 2U, 10U}) {
    SkillsRequest request;
    request.limit = limit;
    const SkillChoice choice = choose_skills(small.data(), scores, java, request);
    CHECK(choice.total == 3);
    CHECK(choice.is_exact);
    request.most_counted = 2;
    const SkillChoice counted = choose_skills(small.data(), scores, java, request);
    CHECK(counted.best.size() == std::min<std::size_t>(limit, 3));
    CHECK(counted.is_exact == (limit == 10));
    CHECK(counted.total == std::clamp<std::size_t>(limit, 2, 3));
  }
}

TEST_CASE("what is held or declared is not suggested", "[skill_suggestions]") {
  const test::SmallRoles small(input_of(5));
  const RecommendData data = small.data();
  SkillsRequest request;
  request.limit = 100;
  for (std::uint32_t role = 0; role < 12; ++role) {
    for (const std::string& id : ids_of(skills_for_role(data, role, request, Reasons::no))) {
      for (const auto& use : data.graph.skills_of(role)) {
        CHECK(id != data.graph.skill_id(use.index));
      }
    }
  }
  const auto ids =
      ids_of(skills_for_set(data, std::vector<std::uint32_t>{1, 2}, request, Reasons::no));
  CHECK(ids.size() > 20);  // of the 28 others
  for (const std::string& id : ids) CHECK((id != "skill-01" && id != "skill-02"));
}

TEST_CASE("the order in which skills are given does not matter, nor giving one twice",
          "[skill_suggestions]") {
  const test::SmallRoles small(input_of(6));
  test::Dice dice(1);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::uint32_t> held;
    for (int i = 0; i < 6; ++i) held.push_back(static_cast<std::uint32_t>(dice.roll(30)));
    std::vector<std::uint32_t> turned(held.rbegin(), held.rend());
    turned.push_back(held.front());
    const SkillsAnswer a = skills_for_set(small.data(), held, {}, Reasons::yes);
    const SkillsAnswer b = skills_for_set(small.data(), turned, {}, Reasons::yes);
    REQUIRE(ids_of(a) == ids_of(b));
    for (std::size_t i = 0; i < a.skills.size(); ++i) CHECK(a.skills[i].score == b.skills[i].score);
  }
}

TEST_CASE("one thing in two wordings is suggested once", "[skill_suggestions]") {
  RecommendInput input = input_of(7);
  for (std::size_t skill = 10; skill < 30; ++skill) {
    input.skills[skill].label = skill % 2 == 0 ? "manage staff" : "staff management";
  }
  const test::SmallRoles small(input);
  SkillsRequest request;
  request.limit = 100;
  const SkillsAnswer answer =
      skills_for_set(small.data(), std::vector<std::uint32_t>{1, 2, 3}, request, Reasons::no);
  const auto staff = std::count_if(answer.skills.begin(), answer.skills.end(), [](const auto& one) {
    return one.label.find("staff") != std::string::npos;
  });
  CHECK(staff == 1);
}

/// Role after role, each with skills and how important they are; no texts, so that only votes count.
using Needs = std::vector<std::vector<std::pair<std::uint32_t, std::uint8_t>>>;

RecommendInput needing(const Needs& needs, std::size_t skills) {
  RecommendInput input;
  for (std::size_t skill = 0; skill < skills; ++skill) {
    input.skills.emplace_back().id = test::numbered("skill-", skill);
  }
  for (std::uint32_t role = 0; role < needs.size(); ++role) {
    input.roles.emplace_back().id = test::numbered("role-", role);
    for (const auto& [skill, importance] : needs[role])
      input.needs.push_back({role, skill, importance});
  }
  return input;
}

TEST_CASE("a role of many needs has its say although a set is a small part of them",
          "[skill_suggestions]") {
  // Role 0 needs 0, 1 and 2; four others need 0, 1, 3 and five skills of their own each, which makes them about twice as long.
  Needs needs{{{0, 5}, {1, 5}, {2, 5}}};
  for (std::uint32_t role = 0; role < 4; ++role) {
    auto& of_role = needs.emplace_back(Needs::value_type{{0, 5}, {1, 5}, {3, 5}});
    for (std::uint32_t own = 0; own < 5; ++own) of_role.push_back({4 + role * 5 + own, 5});
  }
  needs.emplace_back(Needs::value_type{{24, 5}});
  const test::SmallRoles small(needing(needs, 25));
  const auto ids =
      ids_of(skills_for_set(small.data(), std::vector<std::uint32_t>{0, 1}, {}, Reasons::no));
  REQUIRE(ids.size() >= 2);
  CHECK(ids[0] == "skill-03");
  CHECK(ids[1] == "skill-02");
}

TEST_CASE("what two near roles cannot do without comes before what three may need",
          "[skill_suggestions]") {
  const Needs::value_type shared{{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {5, 5}};
  Needs needs(5, shared);
  for (std::size_t role = 0; role < 5; ++role) {
    if (role < 3) needs[role].emplace_back(6, 2);
    if (role >= 3) needs[role].emplace_back(7, 5);
  }
  for (int role = 0; role < 9; ++role) needs.push_back({{8, 5}});
  const test::SmallRoles small(needing(needs, 9));
  const auto ids =
      ids_of(skills_for_set(small.data(), std::vector<std::uint32_t>{0, 1}, {}, Reasons::no));
  REQUIRE(ids.size() == 6);
  CHECK(ids[4] == "skill-07");
  CHECK(ids[5] == "skill-06");
}

TEST_CASE("kinds, languages and candidates are asked for before the list is cut",
          "[skill_suggestions]") {
  RecommendInput input = input_of(8);
  for (std::size_t skill = 0; skill < 30; skill += 3) {
    input.skills[skill].kind = SkillKind::technology;
  }
  input.skills[4].language = "de";
  const test::SmallRoles small(input);
  const std::vector<std::uint32_t> held{1, 2};
  SkillsRequest request;
  request.limit = 3;
  request.kinds = {SkillKind::technology};
  const SkillsAnswer technologies = skills_for_set(small.data(), held, request, Reasons::no);
  CHECK(technologies.skills.size() == 3);
  for (const auto& one : technologies.skills) CHECK(one.kind == SkillKind::technology);
  SkillsRequest all;
  all.limit = 100;
  auto ids = ids_of(skills_for_set(small.data(), held, all, Reasons::no));
  CHECK(std::find(ids.begin(), ids.end(), "skill-04") == ids.end());
  all.languages = {"de"};
  CHECK(ids_of(skills_for_set(small.data(), held, all, Reasons::no)) == Ids{"skill-04"});
  request = {};
  request.admits = [](const std::string& id) { return id == "skill-29" || id == "skill-28"; };
  CHECK(skills_for_set(small.data(), held, request, Reasons::no).skills.size() == 2);
}

TEST_CASE("skills of several languages are answered in all of them", "[skill_suggestions]") {
  RecommendInput input = input_of(8);
  for (std::size_t skill = 0; skill < 30; skill += 3) input.skills[skill].language = "de";
  input.skills[1].language = "es";
  const test::SmallRoles small(input);
  SkillsRequest request;
  request.limit = 100;
  const auto languages_for = [&](const std::vector<std::uint32_t>& held) {
    std::set<std::string> languages;
    for (const auto& id : ids_of(skills_for_set(small.data(), held, request, Reasons::no))) {
      languages.insert(small.data().skill(small.graph().skill_index(id)).language);
    }
    return languages;
  };
  CHECK(languages_for({3}) == std::set<std::string>{"de"});
  CHECK(languages_for({4}) == std::set<std::string>{"en"});
  CHECK(languages_for({3, 4}) == std::set<std::string>{"de", "en"});
  CHECK(languages_for({4, 3}) == std::set<std::string>{"de", "en"});
}

TEST_CASE("from nothing nothing follows", "[skill_suggestions]") {
  const test::SmallRoles small(input_of(9));
  CHECK(skills_for_set(small.data(), {}, {}, Reasons::yes).skills.empty());
  RecommendInput empty;
  const test::SmallRoles none(empty);
  CHECK(skills_for_set(none.data(), {}, {}, Reasons::yes).skills.empty());
}

}  // namespace
}  // namespace guidepost
