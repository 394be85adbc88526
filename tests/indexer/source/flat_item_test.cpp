// Named fields and what they mean, row by row.
#include "indexer/source/flat_item.h"

#include "core/model/guide.h"
#include "indexer/source/jsonl_source.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

namespace guidepost::indexer {
namespace {

struct Parsed {
  std::optional<SourceItem> item;
  std::vector<Problem> problems;
};

Parsed parse(const std::string& line) {
  static JsonlParser parser;
  ProblemList problems("x.jsonl");
  Parsed parsed;
  parsed.item = parser.parse(line, 7, problems);
  parsed.problems = std::move(problems).take();
  return parsed;
}

}  // namespace

TEST_CASE("a line becomes what its type says", "[jsonl]") {
  const auto guide = parse(R"({"id":"g","type":"guide","title":"T","body":"B","level":"senior",
      "family":"f","aliases":["x"],"skills":["a",{"id":"b","importance":9}],"language":"DE-at"})");
  REQUIRE(guide.item);
  const auto& g = std::get<Guide>(*guide.item);
  CHECK(g.text == "B");
  CHECK(g.levels == std::vector<std::string>{"senior"});
  CHECK(g.skills == std::vector<SkillUse>{{"a", 3}, {"b", 5}});
  CHECK(g.language == "de");
  CHECK(g.where == SourcePlace{"x.jsonl", 7});

  const auto passage =
      parse(R"({"id":"g#faq-1","guide":"g","section":"FAQ","body":"B","n":{"k":[1,"é"]}})");
  REQUIRE(passage.item);
  const auto& p = std::get<LonePassage>(*passage.item);
  CHECK(p.passage.section == SectionKind::faq);
  CHECK(p.passage.anchor == "faq-1");
  CHECK(p.extra == R"({"n":{"k":[1,"é"]}})");

  const auto skill =
      parse(R"({"id":"k8s","type":"skill","title":"Kubernetes","kind":"technology"})");
  REQUIRE(skill.item);
  CHECK(std::get<Skill>(*skill.item).kind == SkillKind::technology);
  const auto tip = parse(R"({"id":"t","type":"tip","section":"cv","body":"B"})");
  REQUIRE(tip.item);
  CHECK(std::get<Tip>(*tip.item).title == "t");
  CHECK(std::get<Tip>(*tip.item).sections == std::vector<SectionKind>{SectionKind::cv});
}

TEST_CASE("a line that means nothing is refused with a reason", "[jsonl]") {
  struct Row {
    std::string line;
    std::string reason;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"title":"x"})", "has no id"},
           {R"({"id":"a"})", "a has neither title nor body"},
           {R"({"id":"a","body":"  \n "})", "a has neither title nor body"},
           {R"({"id":"a","body":"b","type":"page"})", "unknown type page"},
           {R"({"id":"a","type":"skill","title":"b","kind":"hobby"})", "unknown kind hobby"},
           {R"({"id":["a"],"body":"b"})", "the key id is no text"},
           {R"({"id":"a","body":7})", "the key body is no text"},
           {R"({"id":"a","body":"b","skills":[7]})", "the key skills is no list"},
           {R"({"id":"a","body":"b","level":[7]})", "the key level is no list"},
           {R"({"id":"a\u0001","body":"b"})", "control characters"},
           {"{\"id\":\"" + std::string(201, 'a') + "\",\"body\":\"b\"}", "the id has 201 bytes"},
           {R"(["id"])", "is no JSON object"},
           {R"({"id":"a","body":"b")", "is no JSON"},
           {"{\"id\":\"a\",\"body\":\"\xff\"}", "is no JSON"},
           {"", "is no JSON"}}) {
    CAPTURE(row.line);
    const Parsed parsed = parse(row.line);
    CHECK_FALSE(parsed.item);
    REQUIRE_FALSE(parsed.problems.empty());
    CHECK_THAT(parsed.problems[0].error.message, Catch::Contains(row.reason));
    CHECK(parsed.problems[0].error.where.line == 7);
  }
}

TEST_CASE("texts are cleaned and cut, with a warning", "[jsonl]") {
  const auto cleaned =
      parse(R"({"id":"a","title":" A\tB\u0000C ","body":"x\r\ny\u0007z","url":null})");
  REQUIRE(cleaned.item);
  const auto& passage = std::get<LonePassage>(*cleaned.item).passage;
  CHECK(passage.title == "A B C");
  CHECK(passage.text == "x\ny z");
  const auto cut = parse("{\"id\":\"a\",\"title\":\"" + std::string(2000, 't') + "\"}");
  REQUIRE(cut.item);
  CHECK(std::get<LonePassage>(*cut.item).passage.title.size() <= 1000);
  REQUIRE(cut.problems.size() == 1);
  CHECK(cut.problems[0].severity == Severity::warning);
  const auto language = parse(R"({"id":"a","body":"b","language":"klingon!"})");
  REQUIRE(language.item);
  CHECK(std::get<LonePassage>(*language.item).language == "en");
  CHECK(language.problems.size() == 1);
}

}  // namespace guidepost::indexer
