// Every field of docs/http.md, by its name and with its value.
#include "core/json/answer_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <string>

using namespace guidepost;
using Json = nlohmann::json;

namespace {

Vocabulary small_vocabulary() {
  return Vocabulary({{"sql", "SQL", SkillKind::technology, "A language for tables", {"SQL92"}, {}},
                     {"postgresql", "PostgreSQL", SkillKind::technology, "", {}, {}}});
}

Hit passage_hit() {
  Hit hit;
  hit.id = "backend-developer#interview-402913";
  hit.type = "passage";
  hit.title = "Interview Prep";
  hit.guide = "backend-developer";
  hit.guide_title = "Backend Developer";
  hit.section = "interview";
  hit.section_title = "Interview Prep";
  hit.section_anchor = "interview";
  hit.url = "/guides/backend-developer#interview-402913";
  hit.snippet = "Practise system design";
  hit.title_highlights = {{0, 9}};
  hit.snippet_highlights = {{9, 22}};
  hit.skills = {{"system-design", "System design"}};
  hit.score = 12.34;
  return hit;
}

SearchAnswer small_answer() {
  SearchAnswer answer;
  answer.query = "system design interview";
  answer.total = 41;
  answer.limit = 10;
  answer.hits = {passage_hit()};
  answer.facets = {{FacetField::section, 9, {{"interview", "Interview", 18, true}}}};
  answer.related_skills = {{"scalability",
                            "Scalability",
                            SkillKind::knowledge,
                            0.71,
                            {{ReasonKind::hits, 6, 41, 9, 0, 3.2, 0.71, {"backend-developer"}}}}};
  answer.interpretation.words = {{"system", "system", WordReading::typed},
                                 {"the", "the", WordReading::stop_word}};
  answer.interpretation.skills = {{"system-design", "System design", "system design"}};
  answer.interpretation.section = SectionKind::career_path;
  answer.interpretation.filters = {{"role", "qa-engineer"}};
  answer.interpretation.steps = {{{"system design"}, {"zzz"}, 41}};
  answer.generation = "000007";
  return answer;
}

}  // namespace

TEST_CASE("a search answer has every field of the contract", "[answer_json]") {
  CHECK(Json::parse(guidepost::json::search_answer(small_answer(), 1.3)) == Json::parse(R"({
    "query": "system design interview", "total": 41, "exact": true, "offset": 0, "limit": 10, "match": "all",
    "hits": [{"id": "backend-developer#interview-402913", "type": "passage", "title": "Interview Prep",
              "guide": "backend-developer", "guide_title": "Backend Developer",
              "section": "interview", "section_title": "Interview Prep", "section_anchor": "interview",
              "url": "/guides/backend-developer#interview-402913", "snippet": "Practise system design",
              "highlights": {"title": [[0, 9]], "snippet": [[9, 22]]},
              "skills": [{"id": "system-design", "label": "System design"}], "score": 12.34}],
    "facets": {"section": {"total": 9, "exact": true,
               "values": [{"value": "interview", "label": "Interview", "count": 18, "selected": true}]}},
    "related_skills": [{"id": "scalability", "label": "Scalability", "kind": "knowledge", "score": 0.71,
      "reasons": [{"kind": "hits", "hits": 6, "of": 41, "elsewhere": 9, "lift": 3.2, "weight": 0.71,
                   "guides": ["backend-developer"]}]}],
    "did_you_mean": null, "nearest": null,
    "interpreted": {"words": [{"text": "system", "read_as": "system", "how": "typed"},
                              {"text": "the", "read_as": "the", "how": "stop word"}],
      "skills": [{"id": "system-design", "label": "System design", "text": "system design"}], "roles": [],
      "section": "career-path", "levels": [], "families": [], "synonyms": [], "any_of": [], "phrases": [], "excluded": [],
      "filters": [{"field": "role", "value": "qa-engineer"}],
      "steps": [{"required": ["system design"], "dropped": ["zzz"], "total": 41}]},
    "generation": "000007", "took_ms": 1.3})"));
}

TEST_CASE("an answer without anything still has its lists", "[answer_json]") {
  const Json answer = Json::parse(guidepost::json::search_answer(SearchAnswer(), 0));
  CHECK(answer["hits"] == Json::array());
  CHECK(answer["facets"] == Json::object());
  CHECK(answer["related_skills"] == Json::array());
  CHECK(answer["interpreted"]["section"] == nullptr);
}

TEST_CASE("a hit leaves out what its document has not", "[answer_json]") {
  SearchAnswer answer;
  answer.hits.emplace_back();
  answer.hits.back().type = "skill";
  answer.hits.back().kind = "technology";
  const Json hit = Json::parse(guidepost::json::search_answer(answer, 0))["hits"][0];
  CHECK(hit["kind"] == "technology");
  for (const char* name :
       {"guide", "guide_title", "section", "section_title", "section_anchor", "explanation"}) {
    CAPTURE(name);
    CHECK_FALSE(hit.contains(name));
  }
}

TEST_CASE("a correction says where its words stand", "[answer_json]") {
  SearchAnswer answer;
  answer.did_you_mean = DidYouMean{"kubernetes", {{"kuberntes", "kubernetes", {0, 10}}}};
  CHECK(Json::parse(guidepost::json::search_answer(answer, 0))["did_you_mean"] ==
        Json::parse(R"({"text": "kubernetes",
                        "changes": [{"from": "kuberntes", "to": "kubernetes", "at": [0, 10]}]})"));
}

TEST_CASE("what comes nearest says why", "[answer_json]") {
  SearchAnswer answer;
  answer.nearest = Nearest{
      {{"kubernetes", "kubernetex", Nearness::spelling}, {"cook", "maker", Nearness::substitute}},
      {{"kubernetes", "Kubernetes", Nearness::letters}, {"sql", "SQL", Nearness::popular}},
      {{"baker", "Baker", Nearness::related}}};
  CHECK(Json::parse(guidepost::json::search_answer(answer, 0))["nearest"] == Json::parse(R"({
    "words": [{"text": "kubernetes", "typed": "kubernetex", "because": "spelling"},
              {"text": "cook", "typed": "maker", "because": "substitute"}],
    "skills": [{"id": "kubernetes", "label": "Kubernetes", "because": "letters"},
               {"id": "sql", "label": "SQL", "because": "popular"}],
    "roles": [{"id": "baker", "label": "Baker", "because": "related"}]})"));
}

TEST_CASE("synonyms, alternatives, levels and families are reported", "[answer_json]") {
  SearchAnswer answer;
  answer.interpretation.synonyms = {{"wfh", {"remote", "home office"}}};
  answer.interpretation.any_of = {{"python", "java"}};
  answer.interpretation.levels = {{"junior", "Junior", "entry level"}};
  answer.interpretation.families = {{"data", "Data", "data"}};
  const Json read = Json::parse(guidepost::json::search_answer(answer, 0))["interpreted"];
  CHECK(read["synonyms"] ==
        Json::parse(R"([{"text": "wfh", "meanings": ["remote", "home office"]}])"));
  CHECK(read["any_of"] == Json::parse(R"([["python", "java"]])"));
  CHECK(read["levels"] ==
        Json::parse(R"([{"id": "junior", "label": "Junior", "text": "entry level"}])"));
  CHECK(read["families"] == Json::parse(R"([{"id": "data", "label": "Data", "text": "data"}])"));
}

TEST_CASE("an explanation is a tree", "[answer_json]") {
  SearchAnswer answer;
  answer.hits.emplace_back();
  answer.hits.back().explanation = Explanation{"score", 3, {{"title", 2, {}}, {"body", 1, {}}}};
  CHECK(Json::parse(guidepost::json::search_answer(answer, 0))["hits"][0]["explanation"] ==
        Json::parse(R"({"name": "score", "value": 3.0, "parts": [
          {"name": "title", "value": 2.0, "parts": []}, {"name": "body", "value": 1.0, "parts": []}]})"));
}

TEST_CASE("every closed set is spelled as the contract spells it", "[answer_json]") {
  const auto [match, name] =
      GENERATE(table<MatchQuality, std::string>({{MatchQuality::all, "all"},
                                                 {MatchQuality::partial, "partial"},
                                                 {MatchQuality::nearest, "nearest"},
                                                 {MatchQuality::everything, "everything"},
                                                 {MatchQuality::none, "none"}}));
  SearchAnswer answer;
  answer.match = match;
  CHECK(Json::parse(guidepost::json::search_answer(answer, 0))["match"] == name);
}

TEST_CASE("texts that are no UTF-8 and numbers that are none do not break an answer",
          "[answer_json]") {
  SearchAnswer answer;
  answer.query = "a\xff";
  answer.hits.emplace_back();
  answer.hits.back().score = std::numeric_limits<double>::infinity();
  const Json read = Json::parse(guidepost::json::search_answer(answer, 0));
  CHECK(read["query"] == "a\xef\xbf\xbd");
  CHECK(read["hits"][0]["score"] == nullptr);
}

TEST_CASE("suggestions are typed, and say what matched", "[answer_json]") {
  SuggestAnswer answer{"kub", 2, {}};
  answer.suggestions = {
      {"Kubernetes", SuggestionType::skill, "kubernetes", "/skills/kubernetes", {{0, 3}}, ""},
      {"system design", SuggestionType::phrase, "", "/?q=system+design", {}, "sys des"}};
  CHECK(Json::parse(guidepost::json::suggest_answer(answer)) == Json::parse(R"({
    "query": "kub", "total": 2, "exact": true, "suggestions": [
      {"text": "Kubernetes", "type": "skill", "id": "kubernetes", "url": "/skills/kubernetes", "matched": [[0, 3]], "via": null},
      {"text": "system design", "type": "phrase", "url": "/?q=system+design", "matched": [], "via": "sys des"}]})"));
}

TEST_CASE("related skills say why, in numbers", "[answer_json]") {
  const Vocabulary vocabulary = small_vocabulary();
  const std::array to{vocabulary.find("sql")};
  const RelatedAnswer answer{12,
                             true,
                             {{"docker",
                               "Docker",
                               SkillKind::technology,
                               0.83,
                               {{ReasonKind::roles, 3, 12, 0, 1.1, 2.7, 0.6, {"devops-engineer"}},
                                {ReasonKind::passages, 9, 811, 0, 0.7, 12.8, 0.23, {}}}}}};
  CHECK(Json::parse(guidepost::json::related_answer(to, answer)) == Json::parse(R"({
    "skill": {"id": "sql", "label": "SQL"}, "total": 12, "exact": true,
    "related": [{"id": "docker", "label": "Docker", "kind": "technology", "score": 0.83, "reasons": [
      {"kind": "roles", "roles": ["devops-engineer"], "shared": 3, "of": 12, "expected": 1.1, "lift": 2.7, "weight": 0.6},
      {"kind": "passages", "shared": 9, "of": 811, "expected": 0.7, "lift": 12.8, "weight": 0.23}]}]})"));
}
