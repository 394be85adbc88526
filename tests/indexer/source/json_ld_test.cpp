// What a page says in JSON-LD: the script alone first, then what a guide makes of it.
#include "indexer/source/json_ld.h"

#include "indexer/source/html_guide.h"
#include "indexer/source/source_reading.h"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

using Texts = std::vector<std::string>;

struct Found : JsonLd {
  std::string problems;
};

Found found_in(std::string_view script) {
  ProblemList problems("page.html");
  Found found;
  read_json_ld(script, 7, found, problems);
  found.problems = spelled(std::move(problems).take());
  return found;
}

/// "Is it hard? No.", in the order of the script.
Texts questions_in(std::string_view script) {
  const Found found = found_in(script);
  CHECK(found.problems.empty());
  Texts questions;
  for (const JsonLd::Question& question : found.questions) {
    CHECK(question.line == 7);
    questions.push_back(question.title + " " + question.text);
  }
  return questions;
}

/// "# Benefits", "- Tea", "Text.": the sections.
Texts blocks_of(const JsonLd& data) {
  Texts lines;
  for (const Block& block : data.blocks) {
    const std::string mark = block.kind == BlockKind::heading ? std::string(block.level, '#') + " "
                             : block.kind == BlockKind::item  ? "- "
                                                              : "";
    lines.push_back(mark + block.text);
  }
  return lines;
}

std::string with_type(const std::string& type, const std::string& keys) {
  return R"({"@context":"https://schema.org","@type":")" + type + "\"," + keys + "}";
}

std::string question(const std::string& title, const std::string& answer) {
  return with_type(
      "Question",
      R"("name":")" + title + R"(","acceptedAnswer":{"@type":"Answer","text":")" + answer + "\"}");
}

std::string script_of(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

Guide page_of(std::string_view html) {
  ProblemList problems("page.html");
  auto guide = read_html("page", html, problems);
  const std::string spelled_problems = spelled(std::move(problems).take());
  INFO(spelled_problems);
  REQUIRE(guide);
  CHECK(spelled_problems.empty());
  return std::move(*guide);
}

TEST_CASE("questions are found wherever a script may have them", "[json_ld]") {
  const auto [before, behind] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"[", "]"},
      {R"([[{"@type":"Person","name":"x","skills":"y"},{},)", "],null,7]"},
      {R"({"@type":"FAQPage","mainEntity":[)", "]}"},
      {R"({"@type":["WebPage","FAQPage"],"mainEntity":[)", "]}"},
      {R"({"@graph":[{"@type":"WebPage","mainEntity":{"@type":"FAQPage","mainEntity":[)", "]}}]}"},
      // what scripts are wrapped in
      {"<!--\n", "\n-->"},
      {"", ";"},
      {"\xEF\xBB\xBF", ""},
      {"//<![CDATA[\n", "\n//]]>"},
      {"/*<![CDATA[*/[", "]/*]]>*/"},
  }));
  CAPTURE(before);
  CHECK(questions_in(before + question("Is it hard?", "No.") + behind) == Texts{"Is it hard? No."});
}

TEST_CASE("a type may be written in several ways", "[json_ld]") {
  const auto [type, is_question] = GENERATE(table<std::string, bool>({
      {R"("Question")", true},
      {R"("schema:Question")", true},
      {R"("https://schema.org/Question")", true},
      {R"(["Thing","Question"])", true},
      {R"("question")", false},
      {R"([7,null,{}])", false},
  }));
  CAPTURE(type);
  CHECK(questions_in(R"({"@type":)" + type + R"(,"name":"Q?","acceptedAnswer":"A."})") ==
        (is_question ? Texts{"Q? A."} : Texts{}));
}

TEST_CASE("an answer may have many forms", "[json_ld]") {
  const auto [keys, answer] = GENERATE(table<std::string, std::string>({
      {R"("acceptedAnswer":{"@type":"Answer","text":"No."})", "No."},
      {R"("acceptedAnswer":[{"text":""},{"text":"No."},{"text":"Yes."}])", "No."},
      {R"("acceptedAnswer":"No.")", "No."},
      {R"("acceptedAnswer":{"text":{"@value":"No.","@language":"en"}})", "No."},
      {R"("acceptedAnswer":null,"suggestedAnswer":[{"text":"No."}])", "No."},
      {R"("acceptedAnswer":{"text":7})", ""},
      {R"("text":"No.")", ""},
  }));
  CAPTURE(keys);
  const Texts expected = answer.empty() ? Texts{} : Texts{"Q? " + answer};
  CHECK(questions_in(R"({"@type":"Question","name":"Q?",)" + keys + "}") == expected);
  CHECK(questions_in(R"({"@type":"Question","name":" ",)" + keys + "}").empty());
}

TEST_CASE("a text may be HTML, escaped HTML or plain", "[json_ld]") {
  const auto [text, read] = GENERATE(table<std::string, std::string>({
      {"<p>No.</p><p>Not <b>at</b> all.</p>", "No.\n\nNot at all."},
      {"Yes:<ul><li>One</li><li>Two</li></ul>", "Yes:\n\n- One\n- Two"},
      {"<script>alert(1)</script>No.", "No."},
      {"&lt;p&gt;No &amp;amp; no.&lt;/p&gt;", "No & no."},
      {"a < b, AT&T", "a < b, AT&T"},
      {R"(One\ntwo\n\nThree)", "One\ntwo\n\nThree"},
      {R"(\u2022 One\n\u2022 Two)", "- One\n- Two"},
      // line feeds inside texts are wrong, and frequent
      {"One\ntwo", "One two"},
  }));
  CAPTURE(text);
  const Found found = found_in(question("Q?", text));
  CHECK(found.problems.empty());
  REQUIRE(found.questions.size() == 1);
  CHECK(found.questions[0].text == read);
}

TEST_CASE("what cannot be read is left out, with a warning", "[json_ld]") {
  const auto script = GENERATE(
      as<std::string>{}, "", "{", "{}}", "{'@type':'FAQPage'}", R"({"@type":"FAQPage",})",
      "{\"a\":\"\xFF\"}", std::string(65, '[') + std::string(65, ']'), std::string(1'000'000, '{'));
  CAPTURE(script.substr(0, 40));
  const Found found = found_in(script);
  CHECK(found.questions.empty());
  CHECK(found.problems ==
        "warning 7: the JSON-LD is not JSON, and is left out; mend it or remove it");
}

TEST_CASE("a script may be only so deep and so long", "[json_ld]") {
  CHECK(found_in(std::string(64, '[') + std::string(64, ']')).problems.empty());
  CHECK(questions_in(question("Q?", std::string(100, '['))).size() == 1);
  CHECK(found_in(std::string(most_json_ld_bytes + 1, ' ')).problems ==
        "warning 7: JSON-LD of more than 1048576 bytes is left out; make it smaller");
}

TEST_CASE("an occupation is a role", "[json_ld]") {
  const Found found = found_in(with_type(
      "Occupation",
      R"("name":"Data <b>Analyst</b> &amp; more","alternateName":["BI Analyst","BI Analyst",7],
         "description":"<p>Finds things out.</p><p>Says so.</p>",
         "responsibilities":["Ask.","<ul><li>Listen.</li></ul>"],"qualifications":"",
         "skills":[{"@type":"DefinedTerm","name":"SQL"},"Python"],
         "occupationLocation":[{"@type":"City","name":"Bremen"}],
         "estimatedSalary":[{"@type":"MonetaryAmountDistribution","currency":"EUR",
             "duration":"P1Y","percentile10":"50,000","median":60000,"percentile90":70000.4}],
         "occupationalCategory":{"codeValue":"15-2051"},"datePosted":"2024-01-01")"));
  CHECK(found.title == "Data Analyst & more");
  CHECK(found.aliases == Texts{"BI Analyst"});
  CHECK(found.text == "Finds things out.\n\nSays so.");
  CHECK(found.skills == Texts{"SQL", "Python"});
  REQUIRE(found.salary);
  CHECK(found.salary->low == 50'000);
  CHECK(found.salary->high == 70'000);
  CHECK(found.salary->currency == "EUR");
  CHECK(found.salary->region == "Bremen");
  CHECK(found.salary->basis == "structured data of the page");
  CHECK(blocks_of(found) == Texts{"## Responsibilities", "Ask.", "- Listen."});
  CHECK(found.extra == std::vector<std::pair<std::string, std::string>>{
                           {"occupationalCategory", R"({"codeValue":"15-2051"})"}});
}

TEST_CASE("a job posting is a role, and its texts are sections", "[json_ld]") {
  const Found found = found_in(with_type(
      "JobPosting",
      R"("title":"Cook","name":"x","description":"<h1>You</h1><p>Cook.</p><ul><li>Soup</ul>",
         "jobBenefits":"Tea","experienceRequirements":{"monthsOfExperience":24},
         "jobLocation":{"address":{"addressRegion":"HB","addressCountry":{"name":"DE"}}},
         "hiringOrganization":{"name":"Harbour","url":"https://x.y"},
         "baseSalary":{"currency":"EUR","value":{"minValue":30000,"unitText":"YEAR"}},
         "validThrough":null,"employmentType":["FULL_TIME"])"));
  CHECK(found.title == "Cook");
  CHECK(found.text.empty());
  CHECK(blocks_of(found) ==
        Texts{"## Description", "### You", "Cook.", "- Soup", "## Benefits", "Tea"});
  REQUIRE(found.salary);
  CHECK(found.salary->low == 30'000);
  CHECK(found.salary->high == 30'000);
  CHECK(found.salary->region == "HB");
  CHECK(found.extra ==
        std::vector<std::pair<std::string, std::string>>{
            {"hiringOrganization", R"("Harbour")"},
            {"jobLocation", R"({"address":{"addressCountry":{"name":"DE"},"addressRegion":"HB"}})"},
            {"employmentType", R"(["FULL_TIME"])"}});
}

TEST_CASE("skills are a list, or a text that is one", "[json_ld]") {
  const auto [value, skills] = GENERATE(table<std::string, Texts>({
      {R"("SQL, Python; Team work.")", {"SQL", "Python", "Team work"}},
      {R"(["SQL",{"name":"C++, C#"},"SQL"])", {"SQL", "C++", "C#"}},
      {R"("<ul><li>SQL</li><li>R&amp;D</li></ul>")", {"SQL", "R&D"}},
      {R"("Cloud (AWS, GCP [all, now]), SQL")", {"Cloud (AWS, GCP [all, now])", "SQL"}},
      {R"("SQL (any, Python\nC) Go, :(")", {"SQL (any", "Python", "C) Go", ":("}},
      {R"("\u2022 SQL\n\u2022 Python")", {"SQL", "Python"}},
      {R"([" ","",",;",7,null])", {}},
  }));
  CAPTURE(value);
  CHECK(found_in(with_type("Occupation", R"("name":"x","skills":)" + value)).skills == skills);
}

TEST_CASE("a year's pay is a salary, anything else is none", "[json_ld]") {
  const auto [value, pay] = GENERATE(table<std::string, std::string>({
      {R"({"currency":"EUR","value":{"minValue":50000,"maxValue":"60,000","unitText":"YEAR"}})",
       "50000-60000 EUR"},
      {R"({"currency":"USD","value":{"value":"55000.6","unitText":"YEAR"}})", "55001-55001 USD"},
      {R"({"currency":"USD","duration":"P1Y","median":2000})", "2000-2000 USD"},
      {R"([7,{"currency":"USD"},{"currency":"USD","value":1}])", "1-1 USD"},
      {R"({"currency":"USD","value":{"value":20,"unitText":"HOUR"}})", ""},
      {R"({"currency":"USD","duration":"P1M","median":2000})", ""},
      {R"({"currency":"dollars","value":1})", ""},
      {R"({"currency":"USD","value":{"minValue":2,"maxValue":1}})", ""},
      {R"({"currency":"USD","value":1e300})", ""},
      {R"("60000")", ""},
  }));
  CAPTURE(value);
  for (const char* key : {"estimatedSalary", "baseSalary"}) {
    const Found found =
        found_in(with_type("Occupation", R"("name":"x",")" + std::string(key) + "\":" + value));
    std::string read;
    if (found.salary) {
      read = std::to_string(found.salary->low) + "-" + std::to_string(found.salary->high) + " " +
             found.salary->currency;
    }
    CHECK(read == pay);
  }
}

TEST_CASE("a guide has the questions that its page does not show", "[json_ld]") {
  const std::string data = script_of("[" + question("Is it hard?", "No.") + "," +
                                     question("Is it FAR?", "<p>Not  very.</p>") + "," +
                                     question("Is it near?", "It is.") + "]");
  const Guide page =
      page_of("<h3>Is it hard?</h3><p>No, not at all.</p>\n<h2>Way</h2><p>It is.</p>" + data +
              "<h3>Is it far?</h3><p>A bit.</p>");
  Texts passages;
  for (const Passage& passage : page.passages) passages.push_back(passage.text);
  CHECK(passages == Texts{"No, not at all.", "It is.", "A bit."});

  const Guide other = page_of("<p>Text.</p>\n" + data);
  REQUIRE(other.passages.size() == 4);
  const Passage& far = other.passages[2];
  CHECK(far.title == "Is it FAR?");
  CHECK(far.text == "Not very.");
  CHECK(far.section == SectionKind::faq);
  CHECK(far.form == PassageForm::question);
  CHECK(far.line == 2);
  CHECK(far.id == "page#" + far.anchor);
  CHECK_THAT(far.anchor, Catch::StartsWith("faq-"));
}

TEST_CASE("structured data alone makes a guide", "[json_ld]") {
  const Guide page = page_of(script_of(with_type(
      "Occupation", R"("name":"Cook","alternateName":["Cook","Chef"],"description":"Cooks.",
          "skills":"Soup","estimatedSalary":{"currency":"EUR","value":1},
          "occupationalCategory":"x")")));
  CHECK(page.title == "Cook");
  CHECK(page.aliases == Texts{"Chef"});
  CHECK(page.text == "Cooks.");
  CHECK(page.skills == std::vector<SkillUse>{{"Soup", 3}});
  CHECK(page.salary);
  CHECK(page.extra == R"({"occupationalCategory":"x"})");
  CHECK(page.passages.empty());
  CHECK(page_of(script_of(question("Q?", "A."))).passages.size() == 1);
}

TEST_CASE("a posting's sections are added where the page does not show them", "[json_ld]") {
  const Guide page =
      page_of("<title>T</title><h1>H</h1><p>You  cook.</p>" +
              script_of(with_type("JobPosting", R"("title":"Cook","jobBenefits":"You cook.",
          "description":"<p>You cook.</p><p>And clean.</p>")")));
  CHECK(page.title == "Cook");
  REQUIRE(page.passages.size() == 2);
  CHECK(page.passages[0].section_title == "H");
  CHECK(page.passages[1].text == "And clean.");
  CHECK(page.passages[1].section_title == "Description");
}

TEST_CASE("a posting's sections are not below the page's", "[json_ld]") {
  const Guide page = page_of("<h2>Interview</h2><p>Text.</p>" +
                             script_of(with_type("JobPosting", R"("title":"Cook","description":
          "<h3>You</h3><p>Cook.</p>")")));
  REQUIRE(page.passages.size() == 2);
  CHECK(page.passages[0].section == SectionKind::interview);
  CHECK(page.passages[1].section_title == "You");
  CHECK(page.passages[1].section == SectionKind::other);
}

TEST_CASE("only scripts of JSON-LD are read, whatever they are wrapped in", "[json_ld]") {
  const auto [begin, end, count] = GENERATE(table<std::string, std::string, std::size_t>({
      {"<script type=\" Application/LD+JSON \">", "</script>", 1},
      {"<script type='application/ld+json; charset=utf-8'>", "</script>", 1},
      {"<script type=application/ld+json>//<![CDATA[\n", "\n//]]></script>", 1},
      {"<script type=application/ld+json><!--", "--></script>", 1},
      {"<body><footer><script type=application/ld+json>", "</script></footer>", 1},
      {"<script>", "</script>", 0},
      {"<script type=application/ld+jsonp>", "</script>", 0},
      {"<template><script type=application/ld+json>", "</script></template>", 0},
      {"<!--<script type=application/ld+json>", "</script>-->", 0},
  }));
  CAPTURE(begin);
  const Guide page = page_of(begin + question("Q?", "A.") + end + "<p>Text.</p>");
  CHECK(page.passages.size() == 1 + count);
}

}  // namespace
}  // namespace guidepost::indexer
