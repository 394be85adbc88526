// What is shown whole: every field of docs/http.md, by its name and with its value.
#include "core/json/document_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

using namespace guidepost;
using Json = nlohmann::json;

namespace {

Vocabulary small_vocabulary() {
  return Vocabulary({{"sql", "SQL", SkillKind::technology, "A language for tables", {"SQL92"}, {}},
                     {"postgresql", "PostgreSQL", SkillKind::technology, "", {}, {}}});
}

}  // namespace

TEST_CASE("a guide is whole, its passages under their sections", "[document_json]") {
  Guide guide;
  guide.id = "backend-developer";
  guide.title = "Backend Developer";
  guide.family = "software";
  guide.levels = {"junior"};
  guide.aliases = {"back-end engineer"};
  guide.skills = {{"sql", 5}, {"unknown-skill", 1}};
  guide.tools = {"PostgreSQL", "Figma jam"};
  guide.career_path = {{"Backend Developer", "mid", "backend-developer"}, {"CTO", "", ""}};
  guide.salary = Salary{50000, 95000, "EUR", "Europe", "editorial estimate"};
  const auto passage = [](std::string anchor, SectionKind kind, std::string section) {
    Passage made;
    made.id = "backend-developer#" + anchor;
    made.anchor = std::move(anchor);
    made.section = kind;
    made.section_title = section;
    made.section_anchor = std::string(name_of(kind));
    made.text = "Text";
    made.skills = {"sql"};
    return made;
  };
  guide.passages = {passage("interview-1", SectionKind::interview, "Interview Prep"),
                    passage("interview-2", SectionKind::interview, "Interview Prep"),
                    passage("faq-1", SectionKind::faq, "FAQ")};

  const Json read = Json::parse(guidepost::json::guide(guide, small_vocabulary()));
  CHECK(read["url"] == "/guides/backend-developer");
  CHECK(read["language"] == "en");
  CHECK(read["skills"] == Json::parse(R"([
    {"id": "sql", "label": "SQL", "kind": "technology", "importance": 5},
    {"id": "unknown-skill", "label": "unknown-skill", "importance": 1}])"));
  CHECK(read["tools"] == Json::parse(R"([
    {"name": "PostgreSQL", "skill": "postgresql"}, {"name": "Figma jam", "skill": null}])"));
  CHECK(read["career_path"] == Json::parse(R"([
    {"title": "Backend Developer", "level": "mid", "guide": "backend-developer"},
    {"title": "CTO", "level": null, "guide": null}])"));
  CHECK(read["salary"]["basis"] == "editorial estimate");
  REQUIRE(read["sections"].size() == 2);
  CHECK(read["sections"][0]["kind"] == "interview");
  CHECK(read["sections"][0]["title"] == "Interview Prep");
  CHECK(read["sections"][0]["anchor"] == "interview");
  REQUIRE(read["sections"][0]["passages"].size() == 2);
  CHECK(read["sections"][0]["passages"][1] == Json::parse(R"(
    {"id": "backend-developer#interview-2", "anchor": "interview-2", "form": "paragraph", "title": "",
     "text": "Text", "skills": [{"id": "sql", "label": "SQL"}]})"));
}

TEST_CASE("a tip is whole", "[document_json]") {
  Tip tip;
  tip.id = "negotiate-salary";
  tip.title = "Negotiate";
  tip.text = "First.\n\nSecond.";
  tip.skills = {"sql"};
  tip.sections = {SectionKind::outreach};
  CHECK(Json::parse(guidepost::json::tip(tip, small_vocabulary())) == Json::parse(R"({
    "id": "negotiate-salary", "title": "Negotiate", "text": "First.\n\nSecond.", "language": "en",
    "url": "/tips/negotiate-salary", "skills": [{"id": "sql", "label": "SQL"}], "sections": ["outreach"],
    "families": [], "levels": []})"));
}

TEST_CASE("skills are listed in a window, and one alone has its roles", "[document_json]") {
  const Vocabulary vocabulary = small_vocabulary();
  const Skill& sql = *vocabulary.find("sql");
  CHECK(Json::parse(guidepost::json::skill_list({2, 1, 1, {&sql}})) == Json::parse(R"({
    "total": 2, "exact": true, "offset": 1, "limit": 1, "skills": [
      {"id": "sql", "label": "SQL", "kind": "technology", "description": "A language for tables",
       "aliases": ["SQL92"], "url": "/skills/sql"}]})"));
  const std::array guides{RoleUse{"data-engineer", "Data Engineer", 5}};
  CHECK(Json::parse(guidepost::json::skill(sql, guides))["guides"] ==
        Json::parse(R"([{"id": "data-engineer", "title": "Data Engineer", "importance": 5}])"));
}

TEST_CASE("a document comes back with all that its source gave", "[document_json]") {
  Guide guide;
  guide.id = "x";
  guide.title = "X";
  guide.text = "all there is";
  guide.url = "https://site/x";
  guide.extra = R"({"foo": 1})";
  const Json read = Json::parse(guidepost::json::guide(guide, {}));
  CHECK(read["text"] == "all there is");
  CHECK(read["url"] == "https://site/x");
  CHECK(read["extra"] == Json::parse(R"({"foo": 1})"));

  Tip tip;
  tip.id = "calm";
  tip.url = "https://site/calm";
  tip.extra = R"({"bar": [2]})";
  const Json read_tip = Json::parse(guidepost::json::tip(tip, {}));
  CHECK(read_tip["url"] == "https://site/calm");
  CHECK(read_tip["extra"] == Json::parse(R"({"bar": [2]})"));

  Skill skill;
  skill.id = "sql";
  skill.url = "https://site/sql";
  skill.extra = R"({"code": "s1"})";
  const Json read_skill = Json::parse(guidepost::json::skill(skill, {}));
  CHECK(read_skill["url"] == "https://site/sql");
  CHECK(read_skill["extra"] == Json::parse(R"({"code": "s1"})"));
}

TEST_CASE("extra that is no object is left out", "[document_json]") {
  Guide guide;
  guide.extra = "{";
  CHECK_FALSE(Json::parse(guidepost::json::guide(guide, {})).contains("extra"));
}

TEST_CASE("an id in a path is percent-encoded", "[document_json]") {
  Guide guide;
  guide.id = "team/backend";
  CHECK(Json::parse(guidepost::json::guide(guide, {}))["url"] == "/guides/team%2Fbackend");
  Tip tip;
  tip.id = "why?";
  CHECK(Json::parse(guidepost::json::tip(tip, {}))["url"] == "/tips/why%3F");
  Skill skill;
  skill.id = "c#-dev";
  CHECK(Json::parse(guidepost::json::skill(skill, {}))["url"] == "/skills/c%23-dev");
}
