#include "indexer/source/skills_source.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

std::vector<SourceRead> read(const std::string& yaml) {
  const test::TemporaryDirectory corpus;
  const auto source = SkillsSource::open(corpus.write("skills.yaml", yaml));
  REQUIRE(source);
  std::vector<SourceRead> reads = read_all(**source);
  CHECK((*source)->progress() == 1.0);
  CHECK_FALSE((*source)->next());
  return reads;
}

std::string entry(const std::string& id, const std::string& more) {
  return "- id: " + id + "\n  label: " + id + " label\n  kind: skill\n  description: d\n" + more;
}

TEST_CASE("an entry becomes a skill", "[skills_source]") {
  const auto reads = read(
      "# the vocabulary\n"
      "- id: go\n"
      "  label: Go\n"
      "  kind: technology\n"
      "  description: \"Compiled: fast.\"\n"
      "  aliases: [golang]\n"
      "  exact_case: true\n"
      "- {id: c-plus-plus, label: C++, kind: technology, description: Compiled.}\n");
  REQUIRE(reads.size() == 2);
  CHECK(spelled(reads[0].problems).empty());
  REQUIRE(reads[0].item);
  const auto& go = std::get<Skill>(*reads[0].item);
  CHECK(go.id == "go");
  CHECK(go.label == "Go");
  CHECK(go.kind == SkillKind::technology);
  CHECK(go.description == "Compiled: fast.");
  CHECK(go.aliases == std::vector<std::string>{"golang"});
  CHECK(go.case_rule == CaseRule::exact);
  REQUIRE(reads[1].item);
  CHECK(std::get<Skill>(*reads[1].item).label == "C++");
  CHECK(std::get<Skill>(*reads[1].item).case_rule == CaseRule::any);
  CHECK(go.where.line == 2);
  CHECK(std::get<Skill>(*reads[1].item).where.line == 8);
}

TEST_CASE("a skill is filed under a broader one, and may name related ones", "[skills_source]") {
  const auto reads = read(entry("react", "  broader: javascript\n  related: [vue, svelte]\n") +
                          entry("javascript", "") + entry("vue", "") + entry("svelte", ""));
  REQUIRE(reads[0].item);
  CHECK(std::get<Skill>(*reads[0].item).relations ==
        std::vector<SkillRelation>{{"javascript", RelationKind::broader},
                                   {"vue", RelationKind::related},
                                   {"svelte", RelationKind::related}});
}

TEST_CASE("a relation leads to another skill of the file, and broader ones not in a circle",
          "[skills_source]") {
  const auto [more, message] = GENERATE(table<std::string, std::string>({
      {"  broader: vu\n", "names no skill"},
      {"  related: [vue, nothing]\n", "names no skill"},
      {"  broader: react\n", "is itself"},
      {"  broader: vue\n", "leads back to it"},
  }));
  CAPTURE(more);
  const auto reads = read(entry("react", more) + entry("vue", "  broader: react\n"));
  CHECK_FALSE(reads[0].item);
  REQUIRE_FALSE(reads[0].problems.empty());
  CHECK(reads[0].problems.front().error.message.find(message) != std::string::npos);
}

TEST_CASE("a packed vocabulary is read like any other", "[skills_source]") {
  const test::TemporaryDirectory corpus;
  const auto file = write_packed(corpus.path() / "skills.yaml.gz", entry("go", ""));
  const auto source = SkillsSource::open(file);
  REQUIRE(source);
  const auto read = (*source)->next();
  REQUIRE(read);
  REQUIRE(read->item);
  CHECK(std::get<Skill>(*read->item).where == SourcePlace{file.string(), 1});
}

TEST_CASE("everything wrong with an entry is reported, and the others are read",
          "[skills_source]") {
  const auto [yaml, problems] = GENERATE(table<std::string, std::string>({
      {"- {}",
       "error 1: no `id`; add a line `id: ...`\n"
       "error 1: no `label`; add a line `label: ...`\n"
       "error 1: no `kind`; add a line `kind: ...`\n"
       "error 1: no `description`; add a line `description: ...`"},
      {"- python",
       "error 1: an entry is text, not a skill; write `- id: python`, with label, kind and "
       "description below it"},
      {"- id: Node.js\n  label: Node.js\n  kind: tecnology\n  descripton: x\n  description: y",
       "error 1: the id `Node.js` is not in kebab case; use a-z, 0-9 and single hyphens, at most "
       "80 "
       "bytes, like `node-js`\n"
       "error 3: unknown kind `tecnology`; did you mean `technology`?\n"
       "error 4: unknown key `descripton`; did you mean `description`?"},
      {entry("a", "  exact_case: yes\n  aliases: b\n"),
       "error 5: `exact_case` is neither true nor false; write `exact_case: true` or remove the "
       "line\n"
       "error 6: `aliases` is text, not a list; write `aliases: [one, two]`"},
      {entry("a", "  id: b\n"),
       "error 5: the key `id` is given twice; keep one; the first is in line 1"},
      {"- id: 12\n  label: true\n  kind: [skill]\n  description:\n",
       "error 1: `id` is a number, not text; put it in quotes: `id: \"12\"`\n"
       "error 2: `label` is true or false, not text; put it in quotes: `label: \"true\"`\n"
       "error 3: `kind` is a list, not text; write `kind: text`\n"
       "error 4: no value for `description`; write it after the colon"},
      {entry("a", "  aliases: [x, 365, \"\", [y]]\n"),
       "error 5: an item of `aliases` is a number, not text; put it in quotes: \"365\"\n"
       "error 5: an item of `aliases` is empty; remove it\n"
       "error 5: an item of `aliases` is a list, not text; write `aliases: [one, two]`"},
  }));
  CAPTURE(yaml);
  const auto reads = read(yaml + "\n" + entry("last", ""));
  REQUIRE(reads.size() == 2);
  CHECK_FALSE(reads[0].item);
  CHECK(spelled(reads[0].problems) == problems);
  CHECK(reads[1].item);
}

TEST_CASE("of two skills with one name the first keeps it", "[skills_source]") {
  const auto [second, name] = GENERATE(table<std::string, std::string>({
      {entry("first", ""), "first"},
      {"- {id: other, label: First-Label, kind: skill, description: d}\n", "First-Label"},
      {entry("other", "  aliases: [firsts alias, FIRST ALIAS]\n"), "FIRST ALIAS"},
  }));
  CAPTURE(second);
  const auto reads = read(entry("first", "  aliases: [first alias]\n") + second);
  REQUIRE(reads.size() == 2);
  CHECK(reads[0].item);
  CHECK_FALSE(reads[1].item);
  CHECK_THAT(spelled(reads[1].problems), Catch::StartsWith("error 6: the name `" + name + "` of "));
  CHECK_THAT(spelled(reads[1].problems), Catch::Contains("is taken by `first`; remove it from one; "
                                                         "the first is in line 1"));
}

TEST_CASE("a rejected entry takes no name from the others", "[skills_source]") {
  const auto reads = read(entry("a", "  wrong: x\n") + entry("a", ""));
  REQUIRE(reads.size() == 2);
  CHECK_FALSE(reads[0].item);
  CHECK(reads[1].item);
}

TEST_CASE("a file that is no list of entries is one read with its error", "[skills_source]") {
  const auto [yaml, problem] = GENERATE(table<std::string, std::string>({
      {"id: python\n", "error 1: the file is a mapping (`key: value`), not a list"},
      {"", "error 1: the file is nothing, not a list"},
      {"- [a\n", "not valid YAML"},
      {"- id: a\n  \tlabel: b\n", "error 2: a tab before the text"},
      {"- &a {id: b}\n- *a\n", "error 1: not valid YAML: an anchor"},
      {"\n\xFF", "error 2: not UTF-8 (byte 0xFF)"},
  }));
  CAPTURE(yaml);
  const auto reads = read(yaml);
  REQUIRE(reads.size() == 1);
  CHECK_FALSE(reads[0].item);
  CHECK_THAT(spelled(reads[0].problems), Catch::Contains(problem));
}

TEST_CASE("a vocabulary is read again, and says so when it is gone", "[skills_source]") {
  const test::TemporaryDirectory corpus;
  const auto file = corpus.write("skills.yaml", entry("a", "") + entry("b", ""));
  const auto source = SkillsSource::open(file);
  REQUIRE(source);
  CHECK((*source)->files() == std::vector<std::filesystem::path>{file});
  CHECK((*source)->progress() == 0.0);
  REQUIRE((*source)->next());
  CHECK((*source)->progress() == 0.5);
  (*source)->rewind();
  const auto reads = read_all(**source);
  REQUIRE(reads.size() == 2);
  REQUIRE(reads[0].item);
  CHECK(std::get<Skill>(*reads[0].item).label == "a label");
  std::filesystem::remove(file);
  (*source)->rewind();
  const auto none = read_all(**source);
  REQUIRE(none.size() == 1);
  CHECK_FALSE(none[0].item);
  CHECK(none[0].problems.at(0).error.code == ErrorCode::io_failed);
}

TEST_CASE("a vocabulary that is not there is an error", "[skills_source]") {
  const test::TemporaryDirectory corpus;
  const auto source = SkillsSource::open(corpus.path() / "skills.yaml");
  REQUIRE_FALSE(source);
  CHECK(source.error().code == ErrorCode::io_failed);
}

}  // namespace
}  // namespace guidepost::indexer
