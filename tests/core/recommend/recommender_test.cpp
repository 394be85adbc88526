// Related skills and their reasons, over a graph small enough to count by hand.
#include "core/recommend/recommender.h"

#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

using Ids = std::vector<std::string>;

Vocabulary vocabulary() {
  std::vector<Skill> skills;
  for (const char* id : {"css", "docker", "html", "kubernetes", "python", "sql", "zen"}) {
    skills.push_back({id, std::string("The ") + id, SkillKind::technology, "", {}, CaseRule::any});
  }
  return Vocabulary(std::move(skills));
}

/// Eight roles: css and html always together, docker and kubernetes mostly, sql everywhere; zen nowhere at all.
SkillGraph graph() {
  enum : std::uint32_t { css, docker, html, kubernetes, python, sql };
  SkillGraph::Parts parts;
  parts.skills = {"css", "docker", "html", "kubernetes", "python", "sql", "zen"};
  for (int i = 1; i <= 8; ++i) {
    parts.roles.push_back({"role-" + std::to_string(i), "Role " + std::to_string(9 - i)});
  }
  parts.skills_of_role = {{{css, 5}, {html, 5}, {sql, 1}},
                          {{css, 4}, {html, 4}, {sql, 1}},
                          {{css, 3}, {html, 3}, {sql, 2}},
                          {{docker, 3}, {kubernetes, 5}, {sql, 2}},
                          {{docker, 4}, {kubernetes, 4}, {sql, 3}},
                          {{docker, 2}, {python, 5}, {sql, 3}},
                          {{python, 4}, {sql, 4}},
                          {{sql, 4}}};
  parts.passages_with_skill = {20, 30, 25, 28, 40, 60, 0};
  parts.neighbours = {{{html, 15}},
                      {{kubernetes, 20}, {python, 4}},
                      {{css, 15}},
                      {{docker, 20}},
                      {{docker, 4}, {sql, 30}},
                      {{python, 30}},
                      {}};
  parts.passages = 500;
  return SkillGraph(std::move(parts));
}

/// Lists as a builder might have made them of that: css and html, docker with kubernetes and, less, python, python and sql.
NeighbourLists lists(const std::filesystem::path& file) {
  enum : std::uint32_t { css, docker, html, kubernetes, python, sql };
  NeighbourTable table{{"name", "roles", "passages", "crowd"}, {}};
  table.of = {{{html, {0, 3, 2, 0}}},
              {{kubernetes, {1, 2, 4, -0.5F}}, {python, {0, 1, 0.25F, 0}}},
              {{css, {0, 3, 2, 0}}},
              {{docker, {1, 2, 4, 0}}},
              {{docker, {0, 1, 0.25F, 0}}, {sql, {0, 0, 1, 0}}},
              {{python, {0, 0, 1, 0}}},
              {}};
  REQUIRE(write_neighbour_lists(table, file));
  auto opened = NeighbourLists::open(file, table.of.size());
  REQUIRE(opened);
  return std::move(*opened);
}

struct Fixture {
  test::TemporaryDirectory directory;
  Vocabulary known = vocabulary();
  SkillGraph seen = graph();
  NeighbourLists near = lists(directory.path() / "related");
  Recommender recommender{known, seen, near};

  RelatedAnswer related(const Ids& skills, std::size_t limit = 100) const {
    const auto answer = recommender.related(skills, limit);
    REQUIRE(answer);
    return *answer;
  }
};

Ids ids_of(const std::vector<RelatedSkill>& related) {
  Ids ids;
  for (const RelatedSkill& skill : related) ids.push_back(skill.id);
  return ids;
}

const std::vector<Ids> every_question{{"css"},
                                      {"docker"},
                                      {"sql"},
                                      {"docker", "python"},
                                      {"css", "docker", "html", "kubernetes", "python", "sql"}};

}  // namespace

TEST_CASE_METHOD(Fixture, "the skills of its list are related to a skill", "[recommender]") {
  CHECK(ids_of(related({"css"}).related) == Ids{"html"});
  CHECK(ids_of(related({"docker"}).related) == Ids{"kubernetes", "python"});
  CHECK(related({"zen"}).related.empty());
  CHECK(related({}).related.empty());
}

TEST_CASE("how many are related is exact where the list has room, and says so where it is full",
          "[recommender]") {
  constexpr std::size_t count = 150;
  std::vector<Skill> skills;
  SkillGraph::Parts parts;
  NeighbourTable table{{"name"}, std::vector<std::vector<Neighbour>>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    skills.push_back({std::to_string(1000 + i),
                      "Skill " + std::to_string(i / 2),
                      SkillKind::skill,
                      "",
                      {},
                      CaseRule::any});
    parts.skills.push_back(skills.back().id);
  }
  parts.passages_with_skill.resize(count);
  parts.neighbours.resize(count);
  for (std::uint32_t other = 2; other < 102; ++other) {  // two of each label
    table.of[0].push_back({other, {1}});
    if (other < 100) table.of[1].push_back({other, {1}});
  }
  const test::TemporaryDirectory directory;
  REQUIRE(write_neighbour_lists(table, directory.path() / "related"));
  const auto lists = NeighbourLists::open(directory.path() / "related", count);
  REQUIRE(lists);
  const Vocabulary vocabulary(std::move(skills));
  const SkillGraph graph(std::move(parts));
  const Recommender recommender(vocabulary, graph, *lists);
  for (const std::size_t limit : {1U, 10U, 100U}) {
    const auto full = recommender.related(Ids{"1000"}, limit);
    REQUIRE(full);
    CHECK_FALSE(full->is_exact);
    CHECK(full->total == 50);
    const auto roomy = recommender.related(Ids{"1001"}, limit);
    REQUIRE(roomy);
    CHECK(roomy->is_exact);
    CHECK(roomy->total == 49);
  }
}

TEST_CASE_METHOD(Fixture, "a part that nothing can be counted of is named", "[recommender]") {
  const RelatedSkill kubernetes = related({"docker"}).related.at(0);
  REQUIRE(kubernetes.reasons.size() == 4);
  CHECK(kubernetes.reasons[0].kind == ReasonKind::passages);
  CHECK(kubernetes.reasons[1].kind == ReasonKind::roles);
  CHECK(kubernetes.reasons[2].part == "name");
  CHECK(kubernetes.reasons[3].part == "crowd");  // it weighs against the skill
  CHECK(kubernetes.reasons[3].weight == Approx(-0.5).margin(1e-3));
}

TEST_CASE_METHOD(Fixture, "a reason says what was counted", "[recommender]") {
  const RelatedSkill html = related({"css"}).related.at(0);
  CHECK(html.label == "The html");
  CHECK(html.kind == SkillKind::technology);
  REQUIRE(html.reasons.size() == 2);
  const Reason& roles = html.reasons[0];
  CHECK(roles.kind == ReasonKind::roles);
  CHECK(roles.shared == 3);
  CHECK(roles.of == 8);
  CHECK(roles.expected == Approx(3.0 * 3 / 8));
  CHECK(roles.lift == Approx(8.0 / 3));
  CHECK(roles.guides == Ids{"role-1", "role-2", "role-3"});
  CHECK(roles.weight > 0);
  const Reason& passages = html.reasons[1];
  CHECK(passages.kind == ReasonKind::passages);
  CHECK(passages.shared == 15);
  CHECK(passages.of == 500);
  CHECK(passages.expected == Approx(1));
  CHECK(passages.lift == Approx(15));
  CHECK(passages.guides.empty());
}

TEST_CASE_METHOD(Fixture, "the weights of the reasons add up to the score", "[recommender]") {
  for (const Ids& skills : every_question) {
    for (const RelatedSkill& skill : related(skills).related) {
      REQUIRE_FALSE(skill.reasons.empty());
      double sum = 0;
      for (const Reason& reason : skill.reasons) {
        CHECK(reason.weight != 0);
        CHECK(reason.skill.empty() == (skills.size() == 1));
        sum += reason.weight;
      }
      CHECK(skill.score == Approx(sum));
      CHECK(std::is_sorted(skill.reasons.begin(), skill.reasons.end(),
                           [](const Reason& a, const Reason& b) { return a.weight > b.weight; }));
    }
  }
}

TEST_CASE_METHOD(Fixture, "given skills are never in the answer, and best comes first",
                 "[recommender]") {
  for (const Ids& skills : every_question) {
    const RelatedAnswer answer = related(skills);
    for (const std::string& id : ids_of(answer.related)) {
      CHECK(std::count(skills.begin(), skills.end(), id) == 0);
    }
    CHECK(std::is_sorted(
        answer.related.begin(), answer.related.end(),
        [](const RelatedSkill& a, const RelatedSkill& b) { return a.score > b.score; }));
  }
}

TEST_CASE_METHOD(Fixture, "neither the order of the given skills nor repeating them matters",
                 "[recommender]") {
  const RelatedAnswer one = related({"docker", "sql"});
  REQUIRE(ids_of(one.related) == Ids{"kubernetes", "python"});
  for (const Ids& skills : {Ids{"sql", "docker"}, Ids{"docker", "sql", "docker", "docker"}}) {
    const RelatedAnswer other = related(skills);
    REQUIRE(ids_of(other.related) == ids_of(one.related));
    for (std::size_t i = 0; i < one.related.size(); ++i) {
      CHECK(other.related[i].score == one.related[i].score);
    }
  }
}

TEST_CASE_METHOD(Fixture, "each of several given skills contributes its share", "[recommender]") {
  // Sql has nothing to do with kubernetes, so half of what docker says of it is left.
  const double alone = related({"docker"}).related.at(0).score;
  CHECK(related({"docker", "sql"}).related.at(0).id == "kubernetes");
  CHECK(related({"docker", "sql"}).related.at(0).score == Approx(alone / 2));
}

TEST_CASE_METHOD(Fixture, "the total of related skills counts what the limit leaves out",
                 "[recommender]") {
  const RelatedAnswer answer = related({"docker"}, 1);
  CHECK(ids_of(answer.related) == Ids{"kubernetes"});
  CHECK(answer.total == 2);
  CHECK(related({"docker"}, 0).total == 2);
}

TEST_CASE_METHOD(Fixture, "an unknown skill is an error that names the nearest", "[recommender]") {
  const auto answer = recommender.related(Ids{"sql", "pyhton"}, 10);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::not_found);
  CHECK_THAT(answer.error().message, Catch::Contains("pyhton"));
  CHECK(answer.error().hint == "did you mean \"python\"?");
  CHECK_THAT(recommender.related(Ids{"xxxxxxxxx"}, 10).error().hint,
             Catch::Contains("search for it"));
}

TEST_CASE_METHOD(Fixture, "roles of a skill come by importance, then by title", "[recommender]") {
  Ids rows;
  for (const RoleUse& role : recommender.roles_with("sql")) {
    rows.push_back(role.title + " " + std::to_string(role.importance));
  }
  CHECK(rows == Ids{"Role 1 4", "Role 2 4", "Role 3 3", "Role 4 3", "Role 5 2", "Role 6 2",
                    "Role 7 1", "Role 8 1"});
  CHECK(recommender.roles_with("zen").empty());
  CHECK(recommender.roles_with("nonsense").empty());
}

TEST_CASE_METHOD(Fixture, "skills that hits hold more often than elsewhere are related to them",
                 "[recommender]") {
  const std::vector<HitSkills> hits{{1, "role-1", {"css", "nonsense"}},
                                    {1, "role-2", {"css"}},
                                    {1, "", {"css", "html"}},
                                    {1, "role-1", {"html"}}};
  const auto answer = recommender.related_to_hits(hits, {}, 10);
  REQUIRE(ids_of(answer) == Ids{"css", "html"});
  REQUIRE(answer[0].reasons.size() == 1);
  const Reason& reason = answer[0].reasons[0];
  CHECK(answer[0].score == reason.weight);
  CHECK(reason.kind == ReasonKind::hits);
  CHECK(reason.shared == 3);
  CHECK(reason.of == 4);
  CHECK(reason.elsewhere == 17);
  CHECK(reason.expected == Approx(4.0 * 20 / 500));
  CHECK(reason.lift == Approx(3 / (4.0 * 20 / 500)));
  CHECK(reason.guides == Ids{"role-1", "role-2"});
  CHECK(ids_of(recommender.related_to_hits(hits, {}, 1)) == Ids{"css"});
  CHECK(recommender.related_to_hits({}, {}, 10).empty());
}

TEST_CASE_METHOD(Fixture, "the better hits count for more", "[recommender]") {
  const std::vector<HitSkills> css_first{{3, "", {"css"}}, {1, "", {"html"}}};
  const std::vector<HitSkills> html_first{{1, "", {"css"}}, {3, "", {"html"}}};
  CHECK(ids_of(recommender.related_to_hits(css_first, {}, 1)) == Ids{"css"});
  CHECK(ids_of(recommender.related_to_hits(html_first, {}, 1)) == Ids{"html"});
}

TEST_CASE_METHOD(Fixture, "of many hits a single one says nothing, of few it does",
                 "[recommender]") {
  std::vector<HitSkills> many(12);
  many[0].skills = {"zen"};
  CHECK(recommender.related_to_hits(many, {}, 10).empty());
  for (std::size_t i = 0; i < 4; ++i) many[i].skills = {"css"};
  CHECK(ids_of(recommender.related_to_hits(many, {}, 10)) == Ids{"css"});
  std::vector<HitSkills> few(4);
  few[0].skills = {"zen"};
  CHECK(ids_of(recommender.related_to_hits(few, {}, 10)) == Ids{"zen"});
}

TEST_CASE_METHOD(Fixture, "skills the query names are left out, and bring those related to them",
                 "[recommender]") {
  const std::vector<HitSkills> hits{{1, "", {"css"}}, {1, "", {"css", "html"}}};
  const auto answer = recommender.related_to_hits(hits, Ids{"css", "nonsense"}, 10);
  REQUIRE(ids_of(answer) == Ids{"html"});
  std::set<ReasonKind> kinds;
  double sum = 0;
  for (const Reason& reason : answer[0].reasons) {
    kinds.insert(reason.kind);
    sum += reason.weight;
  }
  CHECK(kinds == std::set{ReasonKind::hits, ReasonKind::roles, ReasonKind::passages});
  CHECK(answer[0].score == Approx(sum));
}

}  // namespace guidepost
