#include "indexer/source/markdown_source.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace guidepost::indexer {
namespace {

constexpr const char* nurse =
    "---\n"
    "id: nurse\n"
    "title: Nurse\n"
    "tagline: Looks after people.\n"
    "aliases: [RN, registered nurse]\n"
    "family: care\n"
    "levels: [junior, senior, junior]\n"
    "language: de\n"
    "skills:\n"
    "  - {id: sql, importance: 5}\n"
    "  - {id: python, importance: 1}\n"
    "tools: [Stethoscope, \"1Password\"]\n"
    "career_path:\n"
    "  - {title: Nurse, level: mid, role: nurse}\n"
    "  - {title: Matron}\n"
    "salary: {low: 30000, high: 50000, currency: EUR, region: Europe, basis: editorial estimate}\n"
    "---\n"
    "## Overview\n"
    "\n"
    "Busy.\n";

// Front matter that is right but for what `more` adds.
std::string guide(const std::string& more) {
  return "---\nid: nurse\ntitle: Nurse\nfamily: care\nskills: [{id: sql, importance: 5}]\n" + more +
         "---\n## Overview\nBusy.\n";
}

std::string tip(const std::string& more) {
  return "---\nid: calm\ntitle: Keep calm\n" + more + "---\nBreathe.\n";
}

struct Reading {
  std::vector<SourceRead> reads;
  std::vector<std::filesystem::path> files;
};

Reading read(const test::TemporaryDirectory& corpus) {
  const Vocabulary vocabulary = small_vocabulary();
  const auto source = MarkdownSource::open(corpus.path(), vocabulary);
  REQUIRE(source);
  CHECK((*source)->progress() == 0.0);
  Reading reading{read_all(**source), (*source)->files()};
  CHECK_FALSE((*source)->next());
  CHECK((*source)->progress() == 1.0);
  return reading;
}

SourceRead read_one(const std::string& name, const std::string& text) {
  const test::TemporaryDirectory corpus;
  corpus.write(name, text);
  auto reads = read(corpus).reads;
  REQUIRE(reads.size() == 1);
  return std::move(reads.front());
}

TEST_CASE("a guide is read whole", "[markdown_source]") {
  const SourceRead read = read_one("guides/nurse.md", nurse);
  CHECK(spelled(read.problems).empty());
  REQUIRE(read.item);
  const auto& guide = std::get<Guide>(*read.item);
  CHECK(guide.id == "nurse");
  CHECK(guide.title == "Nurse");
  CHECK(guide.tagline == "Looks after people.");
  CHECK(guide.aliases == std::vector<std::string>{"RN", "registered nurse"});
  CHECK(guide.family == "care");
  CHECK(guide.levels == std::vector<std::string>{"junior", "senior"});
  CHECK(guide.language == "de");
  CHECK(guide.skills == std::vector<SkillUse>{{"sql", 5}, {"python", 1}});
  CHECK(guide.tools == std::vector<std::string>{"Stethoscope", "1Password"});
  REQUIRE(guide.career_path.size() == 2);
  CHECK(guide.career_path[0].level == "mid");
  CHECK(guide.career_path[0].guide == "nurse");
  CHECK(guide.career_path[1].title == "Matron");
  CHECK(guide.career_path[1].level.empty());
  CHECK(guide.career_path[1].guide.empty());
  REQUIRE(guide.salary);
  CHECK(guide.salary->low == 30000);
  CHECK(guide.salary->high == 50000);
  CHECK(guide.salary->currency == "EUR");
  CHECK(guide.salary->basis == "editorial estimate");
  REQUIRE(guide.passages.size() == 1);
  CHECK(guide.passages[0].line == 20);
  CHECK(std::filesystem::path(guide.where.file).filename() == "nurse.md");
}

TEST_CASE("a tip is read whole", "[markdown_source]") {
  const SourceRead read = read_one("tips/calm.md",
                                   "---\nid: calm\ntitle: Keep calm\nskills: [sql]\n"
                                   "sections: [interview, career-path]\nfamilies: [care]\n"
                                   "levels: []\n---\nBreathe\nin.\n\n- Out.\n- In.\n");
  CHECK(spelled(read.problems).empty());
  REQUIRE(read.item);
  const auto& tip = std::get<Tip>(*read.item);
  CHECK(tip.id == "calm");
  CHECK(tip.title == "Keep calm");
  CHECK(tip.text == "Breathe in.\n\n- Out.\n- In.");
  CHECK(tip.skills == std::vector<std::string>{"sql"});
  CHECK(tip.sections == std::vector<SectionKind>{SectionKind::interview, SectionKind::career_path});
  CHECK(tip.families == std::vector<std::string>{"care"});
  CHECK(tip.levels.empty());
  CHECK(tip.language == "en");
}

TEST_CASE("a byte order mark, CRLF and keys left empty do no harm", "[markdown_source]") {
  std::string text = "\xEF\xBB\xBF" + guide("tagline:\naliases:\nsalary:\n");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, "\r\n");
  }
  const SourceRead read = read_one("guides/nurse.md", text);
  CHECK(spelled(read.problems).empty());
  REQUIRE(read.item);
  CHECK(std::get<Guide>(*read.item).passages.at(0).line == 11);
}

TEST_CASE("a guide that breaks the grammar is rejected with line and remedy", "[markdown_source]") {
  const auto [more, problems] = GENERATE(table<std::string, std::string>({
      {"titel: x\n", "error 6: unknown key `titel`; did you mean `title`?"},
      {"zzz: x\n",
       "error 6: unknown key `zzz`; one of: id, title, tagline, aliases, family, levels, language, "
       "skills, tools, career_path, salary, translation_of"},
      {"title: Two\n", "error 6: the key `title` is given twice; keep one; the first is in line 3"},
      {"aliases: RN\n", "error 6: `aliases` is text, not a list; write `aliases: [one, two]`"},
      {"tools: {a: b}\n",
       "error 6: `tools` is a mapping (`key: value`), not a list; write `tools: [one, two]`"},
      {"levels: [junoir]\n", "error 6: unknown level `junoir`; did you mean `junior`?"},
      {"language: en-GB\n",
       "error 6: unknown language `en-GB`; write a two-letter ISO 639-1 code in lower case, like "
       "`en`"},
      {"language: xx\n",
       "error 6: unknown language `xx`; write a two-letter ISO 639-1 code in lower case, like "
       "`en`"},
      {"tagline: " + std::string(201, 'x') + "\n",
       "error 6: `tagline` has 201 bytes; at most 200 are allowed"},
      {"career_path:\n  - Matron\n",
       "error 7: an item of `career_path` is `Matron`, not a mapping; write `- {title: Senior "
       "Nurse, level: senior}`"},
      {"career_path:\n  - {title: A, role: nusre}\n  - {level: boss, role: zzzzzzzz}\n",
       "error 7: no guide has the id `nusre`; did you mean `nurse`? Or remove `role`\n"
       "error 8: no `title`; add a line `title: ...`\n"
       "error 8: unknown level `boss`; one of: intern, junior, mid, senior, lead, staff, "
       "principal, "
       "manager, director, executive\n"
       "error 8: no guide has the id `zzzzzzzz`; remove `role`: a step may have no guide of its "
       "own"},
      {"salary: 50000\n",
       "error 6: `salary` is a number, not a mapping; write `salary: {low: 50000, high: 95000, "
       "currency: EUR, region: Europe, basis: editorial estimate}`"},
      {"salary: {low: 9, high: 8, currency: eur, region: R}\n",
       "error 6: no `basis`; add a line `basis: ...`\n"
       "error 6: the salary's low end, 9, is above its high end, 8; swap them\n"
       "error 6: the currency `eur` is no code; write three capital letters, like `EUR`"},
      {"salary: {low: 40k, high: 99999999999, currency: EUR, region: R, basis: b}\n",
       "error 6: `low` is text, not a whole number; write a whole number from 0 to 2147483647\n"
       "error 6: `high` is 99999999999; write a whole number from 0 to 2147483647"},
  }));
  CAPTURE(more);
  const SourceRead read = read_one("guides/nurse.md", guide(more));
  CHECK_FALSE(read.item);
  CHECK(spelled(read.problems) == problems);
}

TEST_CASE("skills of a guide are checked against the vocabulary", "[markdown_source]") {
  const auto [skills, problems] = GENERATE(table<std::string, std::string>({
      {"skills: python",
       "error 5: `skills` is text, not a list; write `skills: [{id: python, importance: 4}]`"},
      {"skills: []", "error 5: `skills` is empty; write `- {id: python, importance: 4}`"},
      {"skills:\n  - python",
       "error 6: an item of `skills` is `python`, not a mapping; write `- {id: python, importance: "
       "4}`"},
      {"skills: [{id: pyhton, importance: 4}]",
       "error 5: unknown skill `pyhton`; did you mean `python`?"},
      {"skills: [{id: node, importance: 4}]",
       "error 5: unknown skill `node`; did you mean `nodejs`?"},
      {"skills: [{id: basket-weaving, importance: 4}]",
       "error 5: unknown skill `basket-weaving`; add it to skills.yaml"},
      {"skills:\n  - {id: sql, importance: 4}\n  - {id: sql, importance: 3}",
       "error 7: the skill `sql` is given twice; keep one; the first is in line 6"},
      {"skills:\n  - {id: sql, importance: 6}",
       "error 6: `importance` is 6; write a whole number from 1 to 5"},
      {"skills:\n  - {id: sql, importance: \"4\"}",
       "error 6: `importance` is text, not a whole number; write a whole number from 1 to 5, "
       "without "
       "quotes"},
      {"skills:\n  - {id: sql, importance: 3.5}\n  - {id: python, weight: 2}",
       "error 6: `importance` is 3.5, not a whole number; write a whole number from 1 to 5\n"
       "error 7: unknown key `weight`; one of: id, importance\n"
       "error 7: no `importance`; add a line `importance: ...`"},
  }));
  CAPTURE(skills);
  const SourceRead read =
      read_one("guides/nurse.md",
               "---\nid: nurse\ntitle: Nurse\nfamily: care\n" + skills + "\n---\n## CV\nx\n");
  CHECK_FALSE(read.item);
  CHECK(spelled(read.problems) == problems);
}

TEST_CASE("everything wrong with a file is reported at once", "[markdown_source]") {
  const SourceRead read = read_one("guides/nurse.md",
                                   "---\nid: Nurse\ntitle: 12\nfamily: Health Care\n---\n"
                                   "stray\n\n## CV\n");
  CHECK_FALSE(read.item);
  CHECK(spelled(read.problems) ==
        "error 0: the guide has no passages; write text or a list under a heading like `## "
        "Overview`\n"
        "error 2: the id `Nurse` is not in kebab case; use a-z, 0-9 and single hyphens, at most 80 "
        "bytes, like `nurse`\n"
        "error 2: no `skills`; add a line `skills: ...`\n"
        "error 3: `title` is a number, not text; put it in quotes: `title: \"12\"`\n"
        "error 4: the family `Health Care` is not in kebab case; use a-z, 0-9 and single hyphens: "
        "`health-care`\n"
        "warning 6: text before the first heading of level 2 is left out; put it under a heading "
        "like `## Overview`\n"
        "warning 8: the section `CV` is empty; write text or a list, or remove the heading");
}

TEST_CASE("a tip that breaks the grammar is rejected with line and remedy", "[markdown_source]") {
  const auto [text, problems] = GENERATE(table<std::string, std::string>({
      {tip("skills: [pyhton]\n"), "error 4: unknown skill `pyhton`; did you mean `python`?"},
      {tip("skills: [sql, sql]\n"), "error 4: the skill `sql` is given twice; keep one"},
      {tip("skills: [{id: sql}]\n"),
       "error 4: an item of `skills` is a mapping (`key: value`), not text; write `skills: [one, "
       "two]`"},
      {tip("sections: [intervew]\n"),
       "error 4: unknown section `intervew`; did you mean `interview`?"},
      {tip("section: [cv]\n"), "error 4: unknown key `section`; did you mean `sections`?"},
      {tip("families: [Health Care]\n"),
       "error 4: the family `Health Care` is not in kebab case; use a-z, 0-9 and single hyphens: "
       "`health-care`"},
      {"---\nid: calm\ntitle: Keep calm\n---\n\n<!-- soon -->\n",
       "error 5: the tip has no text; write it below the front matter"},
      {"---\nid: clam\ntitle: Keep calm\n---\nx\n",
       "error 2: the id `clam` is not the name of the file; write `id: calm` or rename the file to "
       "clam.md"},
      {"Just text.\n",
       "error 1: no front matter: the first line is not `---`; begin with `---`, lines like `id: "
       "my-id`, and `---`"},
      {tip("") + std::string(100, '>') + " x\n", "error 6: nested too deeply; remove levels"},
      {tip("") + "\n\x80", "error 7: not UTF-8 (byte 0x80); save the file as UTF-8"},
  }));
  CAPTURE(text);
  const SourceRead read = read_one("tips/calm.md", text);
  CHECK_FALSE(read.item);
  CHECK(spelled(read.problems) == problems);
}

TEST_CASE("a warning leaves the guide in", "[markdown_source]") {
  const SourceRead read = read_one("guides/nurse.md", guide("") + "## CV\n");
  CHECK(read.item);
  CHECK(spelled(read.problems) ==
        "warning 9: the section `CV` is empty; write text or a list, or remove the heading");
}

TEST_CASE("ids are unique over guides, tips and skills", "[markdown_source]") {
  const test::TemporaryDirectory corpus;
  corpus.write("guides/nurse.md", guide(""));
  corpus.write("tips/nurse.md", "---\nid: nurse\ntitle: A\n---\nx\n");
  corpus.write("tips/sql.md", "---\ntitle: A\nid: sql\n---\nx\n");
  const auto reads = read(corpus).reads;
  REQUIRE(reads.size() == 3);
  CHECK(reads[0].item);
  CHECK(spelled(reads[1].problems) ==
        "error 2: the id `nurse` is taken by a guide; rename the file and its id");
  CHECK(spelled(reads[2].problems) ==
        "error 3: the id `sql` is taken by a skill; rename the file and its id");
}

TEST_CASE("files come sorted, guides first, and a broken one stops nothing", "[markdown_source]") {
  const test::TemporaryDirectory corpus;
  corpus.write("guides/nurse.md", guide("career_path: [{title: Last, role: zoo-keeper}]\n"));
  corpus.write("guides/broken.md", "");
  corpus.write("guides/zoo-keeper.md", "---\n");
  corpus.write("guides/.draft.md", "ignored");
  corpus.write("guides/notes.txt", "ignored");
  corpus.write("tips/calm.md", tip(""));
  std::filesystem::create_directory(corpus.path() / "tips" / "folder.md");
  const Reading reading = read(corpus);
  REQUIRE(reading.files.size() == 5);
  CHECK(reading.files.front() == corpus.path() / "guides/broken.md");
  CHECK(std::is_sorted(reading.files.begin(), reading.files.end()));
  REQUIRE(reading.reads.size() == 5);
  CHECK_FALSE(reading.reads[0].item);
  CHECK(reading.reads[1].item);  // its step leads to a guide that is there, though broken
  CHECK_FALSE(reading.reads[2].item);
  CHECK(reading.reads[3].item);
  CHECK_FALSE(reading.reads[4].item);
  CHECK(reading.reads[4].problems.at(0).error.code == ErrorCode::io_failed);
  for (const SourceRead& read : reading.reads)
    CHECK(read.item.has_value() == read.problems.empty());
}

TEST_CASE("packed files are read under the names of what is in them", "[markdown_source]") {
  const test::TemporaryDirectory corpus;
  corpus.write("tips/other.md", "---\nid: other\ntitle: Other\n---\nText.\n");
  std::filesystem::create_directories(corpus.path() / "guides");
  write_packed(corpus.path() / "guides/nurse.md.gz", guide(""));
  write_packed(corpus.path() / "tips/calm.md.GZ", tip(""));
  write_packed(corpus.path() / "tips/notes.txt.gz", "left alone");
  const Reading reading = read(corpus);
  REQUIRE(reading.reads.size() == 3);
  for (const SourceRead& read : reading.reads) CHECK(spelled(read.problems).empty());
  REQUIRE(reading.reads[0].item);
  CHECK(std::get<Guide>(*reading.reads[0].item).id == "nurse");
  REQUIRE(reading.reads[1].item);
  CHECK(std::get<Tip>(*reading.reads[1].item).id == "calm");
}

TEST_CASE("a second reading is like the first", "[markdown_source]") {
  const test::TemporaryDirectory corpus;
  const Vocabulary vocabulary = small_vocabulary();
  corpus.write("guides/nurse.md", guide(""));
  corpus.write("tips/calm.md", tip(""));
  const auto source = MarkdownSource::open(corpus.path(), vocabulary);
  REQUIRE(source);
  REQUIRE((*source)->next());
  CHECK((*source)->progress() == 0.5);
  for (int time = 0; time < 2; ++time) {
    (*source)->rewind();
    CHECK((*source)->progress() == 0.0);
    const auto reads = read_all(**source);
    REQUIRE(reads.size() == 2);
    REQUIRE(reads[0].item);
    CHECK(std::get<Guide>(*reads[0].item).passages.size() == 1);
    REQUIRE(reads[1].item);
    CHECK(std::get<Tip>(*reads[1].item).id == "calm");
  }
}

TEST_CASE("a path without a corpus is an error that says so", "[markdown_source]") {
  const test::TemporaryDirectory corpus;
  const Vocabulary vocabulary;
  const auto file = corpus.write("a-file.md", "x");
  const auto opened = [&](const std::filesystem::path& path) {
    const auto source = MarkdownSource::open(path, vocabulary);
    return source ? std::string("opened") : source.error().message;
  };
  CHECK(opened(corpus.path() / "missing") == "there is no such directory");
  CHECK(opened(file) == "not a directory");
  CHECK(opened(corpus.path()) == "there is nothing in guides/*.md or tips/*.md");
  corpus.write("tips/calm.md", "");
  CHECK(opened(corpus.path()) == "opened");
}

}  // namespace
}  // namespace guidepost::indexer
