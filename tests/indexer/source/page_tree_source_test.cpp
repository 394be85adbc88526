#include "indexer/source/page_tree_source.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;

SourceRead read_text(const std::string& text, const std::string& name = "page.md") {
  ProblemList problems("f");
  SourceRead read;
  if (auto guide = read_page({name, "page", name}, text, problems)) read.item = std::move(*guide);
  read.problems = std::move(problems).take();
  return read;
}

Guide page_of(const std::string& text, const std::string& name = "page.md") {
  SourceRead read = read_text(text, name);
  REQUIRE(read.item);
  return std::get<Guide>(std::move(*read.item));
}

std::string texts_of(const Guide& guide) {
  std::string lines;
  for (const Passage& passage : guide.passages) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(passage.line) + ' ';
    for (const char c : passage.text) lines += c == '\n' ? "\\n" : std::string(1, c);
  }
  return lines;
}

std::vector<std::string> ids_of(const fs::path& root) {
  const auto source = PageTreeSource::open(root);
  REQUIRE(source);
  std::vector<std::string> ids;
  for (const SourceRead& read : read_all(**source)) {
    ids.push_back(read.item ? std::get<Guide>(*read.item).id : "rejected");
  }
  return ids;
}

TEST_CASE("every Markdown file below a folder is a page, named by its path", "[page_tree_source]") {
  const test::TemporaryDirectory root;
  for (const char* name :
       {"README.md", "b.markdown", "a/index.mdx", "a/b c.md", "a/Deep/x.MD", "a#1.md",
        // one id each, though two want the same
        "same.md", "same.mdx", "same/README.md", "both/index.md", "both/readme.md",
        // left out
        ".hidden.md", ".git/x.md", "a/node_modules/x.md", "notes.txt", "md"}) {
    root.write(name, "Text.\n");
  }
  fs::create_directory(root.path() / "folder.md");
  fs::create_symlink(root.path() / "README.md", root.path() / "link.md");
  fs::create_directory_symlink(root.path(), root.path() / "a" / "loop");
  CHECK(ids_of(root.path()) == std::vector<std::string>{"readme", "a-1", "a/Deep/x", "a/b-c", "a",
                                                        "b", "both", "both/readme", "same",
                                                        "same.mdx", "same/README"});
  CHECK(ids_of(root.path() / "a" / "b c.md") == std::vector<std::string>{"b-c"});
  CHECK(ids_of(root.write("guide.v2.text", "x")) == std::vector<std::string>{"guide.v2.text"});
}

TEST_CASE("a packed page is named by what is in it", "[page_tree_source]") {
  const test::TemporaryDirectory root;
  root.write("plain.md", "Text.\n");
  fs::create_directory(root.path() / "a");
  for (const char* name : {"lamp.md.gz", "a/README.md.gz", "wick.MDX.GZ", "data.json.gz"}) {
    write_packed(root.path() / name, "Text.\n");
  }
  CHECK(ids_of(root.path()) == std::vector<std::string>{"a", "lamp", "plain", "wick"});
  CHECK(ids_of(root.path() / "lamp.md.gz") == std::vector<std::string>{"lamp"});
  CHECK(ids_of(write_packed(root.path() / "notes.text.gz", "x")) ==
        std::vector<std::string>{"notes.text"});
  root.write("lamp.md", "Beside the packed one.\n");
  const auto ids = ids_of(root.path());
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 5);
}

TEST_CASE("an id is no longer than an id may be, and still one of its own", "[page_tree_source]") {
  const std::string path = std::string(150, 'a') + "/" + std::string(150, 'b');
  const std::string one = page_id_of(path + "/one");
  const std::string two = page_id_of(path + "/two");
  CHECK(one.size() == most_page_id_bytes);
  CHECK(one != two);
  CHECK(page_id_of("a\tb\x01\x7F#\xFF") == "a-b----");
  CHECK(page_id_of("é").size() == 2);
  CHECK(page_id_of("") == "page");
}

TEST_CASE("a page's title is the best it has", "[page_tree_source]") {
  const auto [text, title] = GENERATE(table<std::string, std::string>({
      {"---\ntitle: Given\n---\n# Heading\n", "Given"},
      {"+++\ntitle = \"Given\"\n[extra]\ntitle = 'x'\n+++\n# Heading\n", "Given"},
      {"## First\n# Main\n# Other\n", "Main"},
      {"Text.\n### First\n## Second\n", "First"},
      {"<h1 align=\"center\">From <b>HTML</b></h1>\n\nText.\n", "From HTML"},
      {"# \U0001F680 [Launch](https://x.y) plan {#plan}\n", "Launch plan"},
      {"---\ntitle: \"\"\n---\nText.\n", "Page"},
      {"---\ntitle: " + std::string(1'000, 't') + "\n---\nx\n", std::string(200, 't')},
      {"Text.\n", "Page"},
  }));
  CAPTURE(text);
  CHECK(page_of(text).title == title);
}

TEST_CASE("a page without a title has its file's name", "[page_tree_source]") {
  const auto [id, title] = GENERATE(table<std::string, std::string>({
      {"docs/salary_talk-tips", "Salary talk tips"},
      {"blog/2021-08-29-resume", "Resume"},
      {"2021", "2021"},
      {"docs/---", "docs/---"},
  }));
  ProblemList problems("f");
  const auto guide = read_page({"f", id, id + ".md"}, "Text.", problems);
  REQUIRE(guide);
  CHECK(guide->title == title);
}

TEST_CASE("front matter of any kind is read as far as it goes", "[page_tree_source]") {
  const auto [head, description, extra] = GENERATE(table<std::string, std::string, std::string>({
      {"---\ndescription: About it.\nslug: /x\nsidebar: {a: [b]}\n---\n", "About it.", ""},
      {"---\ntags: [a, 'b \"c\"']\nkeywords: x, y\n---\n", "",
       R"({"keywords":["x","y"],"tags":["a","b \"c\""]})"},
      {"---\ntags:\n  - a\n  - {b: c}\n  - 7\n---\n", "", R"({"tags":["a","7"]})"},
      {"+++\ndescription = 'About it.'\ntags = [\"a\\\\b\", 'c']\n+++\n", "About it.",
       R"({"tags":["a\\b","c"]})"},
      {"---\n---\n", "", ""},
      {"---\ntitle: T\n...\n", "", ""},
  }));
  CAPTURE(head);
  const SourceRead read = read_text(head + "Text.\n");
  CHECK(spelled(read.problems).empty());
  REQUIRE(read.item);
  const auto& guide = std::get<Guide>(*read.item);
  CHECK(guide.tagline == description);
  CHECK(guide.extra == extra);
  REQUIRE(guide.passages.size() == 1);
  CHECK(guide.passages[0].text == "Text.");
}

TEST_CASE("broken front matter is a warning", "[page_tree_source]") {
  const SourceRead read =
      read_text("---\ntitle: One: two\ndescription: 'It''s it'\ntags: [a, b\n---\nText.\n");
  REQUIRE(read.item);
  const auto& guide = std::get<Guide>(*read.item);
  CHECK(guide.title == "One: two");
  CHECK(guide.tagline == "It's it");
  CHECK(texts_of(guide) == "6 Text.");
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].severity == Severity::warning);
  CHECK_THAT(read.problems[0].error.message, Catch::StartsWith("the front matter is not YAML"));
}

TEST_CASE("two rules around prose are no front matter", "[page_tree_source]") {
  CHECK(texts_of(page_of("---\n\nProse, and more.\n\n---\n\nText.\n")) ==
        "3 Prose, and more.\n7 Text.");
  CHECK(texts_of(page_of("---\n\nNo end.\n")) == "3 No end.");
  CHECK(texts_of(page_of("+++\n\nNo end.\n")) == "3 No end.");
}

TEST_CASE("a page's language is its front matter's, its path's, or English", "[page_tree_source]") {
  const auto [text, path, language] = GENERATE(table<std::string, std::string, std::string>({
      {"---\nlang: pt-BR\n---\n", "docs/fr/x.md", "pt"},
      {"---\nlanguage: de\n---\n", "x.md", "de"},
      {"+++\nlang = \"ja\"\n+++\n", "x.md", "ja"},
      {"", "README-ja.md", "ja"},
      {"", "README.zh-CN.md", "zh"},
      {"", "README-zh-Hans.md", "zh"},
      {"", "README_it.md", "it"},
      {"", "README-german.md", "de"},
      {"", "translations/german/README.md", "de"},
      {"", "translations/SERBIAN-Latin.md", "sr"},
      {"", "i18n/hr/guide.md", "hr"},
      {"", "docs/zh-CN/guide.md", "zh"},
      {"", "fr/guide.md", "fr"},
      {"", "guide-pt-BR.md", "pt"},
      {"", "guide.fr.md", "fr"},
      // words, and not languages
      {"", "hr/guide.md", "en"},
      {"", "it/guide.md", "en"},
      {"", "how-to-do-it.md", "en"},
      {"", "salary-uk.md", "en"},
      {"", "languages/german.md", "en"},
      {"", "a-job-in-de-facto-standards.md", "en"},
      {"", "guide.md", "en"},
  }));
  CAPTURE(path, text);
  CHECK(page_of(text + "Text.\n", path).language == language);
}

TEST_CASE("an unknown language is a warning", "[page_tree_source]") {
  const SourceRead read = read_text("---\nlang: klingon\n---\nText.\n", "translations/fr.md");
  CHECK(spelled(read.problems) ==
        "warning 1: unknown language `klingon`; write a two-letter ISO 639-1 code, like `en`");
  REQUIRE(read.item);
  CHECK(std::get<Guide>(*read.item).language == "fr");
}

TEST_CASE("what site generators and HTML add is taken out, lines stay", "[page_tree_source]") {
  const auto [text, passages] = GENERATE(table<std::string, std::string>({
      {"import A from './a';\nexport const b = [\n  1,\n];\n\nText.\n", "6 Text."},
      {"Import duties are high.\n\nimport duties are high.\n",
       "1 Import duties are high.\n3 import duties are high."},
      {"<Tabs values={[{a: 1}, 'b']}>\n\nText {/* note\nmore */}here.\n\n</Tabs>\n",
       "3 Text here."},
      {"<Figure\n  src={require('./a>b')}\n  alt=\"x\"\n/>\n\nText.\n", "6 Text."},
      {":::tip Expert tip\n\nText.\n\n:::\n", "3 Text."},
      {":::caution[Never sign on the first day]\nText.\n:::\n",
       "1 Never sign on the first day Text."},
      {"> [!NOTE]\n> Text.\n", "2 Text."},
      {"  <p>Indented.</p>\n", "1 Indented."},
      {"{% include nav.html %}\n\nText for {{ site.name }}all.\n{: .wide}\n", "3 Text for all."},
      {"As said[^1].\n\n[^1]: In a note.\n", "1 As said.\n3 In a note."},
      {"[TOC]\n\nText.\n", "3 Text."},
      // code stays
      {"`{{ x }}` and `a[^1]`\n\n```\nimport a from 'b';\n\n:::tip\n{% x %}\n```\n",
       "1 {{ x }} and a[^1]\\n\\nimport a from 'b';\\n\\n:::tip\\n{% x %}"},
      {"~~~\n```\n{{ x }}\n~~~\n\n{{ y }}Text.\n", "1 ```\\n{{ x }}\n6 Text."},
      // HTML
      {"<p align=\"center\">One<br>two</p>\n", "1 One\\ntwo"},
      {"<details>\n<summary>More</summary>\n\nText.\n\n</details>\n", "2 More\n4 Text."},
      {"<ul>\n<li>a<ul><li>b</li></ul></li>\n<li>c\n<li>d</ul>\n", "2 a\\n- b\n3 c\n4 d"},
      {"<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td><ul><li>2</ul></td></tr>\n"
       "</table>\n",
       "3 A: 1 | B: 2"},
      {"<pre>\n  a &lt; b\n</pre>\n", "1   a < b"},
      {"<script>\nalert(1)\n</script>\n<style>b{}</style>\n<!-- x -->\n\nText<!-- y -->.\n",
       "7 Text."},
      {"<a href=\"#top\">Top</a>\n\n<a href=\"https://x.y\"><img alt=\"Badge\"></a>\n\nText.\n",
       "5 Text."},
      {"- <div>a</div>\n- b <a href=\"#x\">c</a>\n- <a href=\"#x\">d</a>\n", "1 a\n2 b c"},
      {"5 < 6 <and >\n\n<div\n", "1 5 < 6\n3 <div"},
  }));
  CAPTURE(text);
  CHECK(texts_of(page_of(text)) == passages);
}

TEST_CASE("a heading's own id is its anchor", "[page_tree_source]") {
  const auto [heading, title, anchor] = GENERATE(table<std::string, std::string, std::string>({
      {"## Plan your time {#plan}", "Plan your time", "plan"},
      {"## Plan {#plan .wide}", "Plan", "plan"},
      {"## Plan {.wide}", "Plan", "plan"},
      {"## Plan { x }", "Plan { x }", "plan--x-"},
      {"## A } b {#c} d", "A } b {#c} d", "a--b-c-d"},
  }));
  CAPTURE(heading);
  const Guide page = page_of(heading + "\nText.\n");
  REQUIRE(page.passages.size() == 1);
  CHECK(page.passages[0].section_title == title);
  CHECK(page.passages[0].section_anchor == anchor);
}

TEST_CASE("what is no page is rejected with its reason", "[page_tree_source]") {
  const auto [bytes, problems] = GENERATE(table<std::string, std::string>({
      {"", "error 1: the file is empty; write something, or remove it"},
      {" \n\t\n", "error 1: the file is empty; write something, or remove it"},
      {"a\n" + std::string("\0b", 2), "error 2: control character U+0000; remove it"},
      {"\xFF\xFE"
       "a",
       "error 1: UTF-16, not UTF-8; save the file as UTF-8"},
      {"a\n" + std::string(100, '>') + " x\n", "error 2: nested too deeply; remove levels"},
      {std::string(1'000'001, 'x'),
       "error 0: larger than 1000000 bytes; split it into several files"},
  }));
  CAPTURE(bytes.substr(0, 20));
  const SourceRead read = read_text(bytes);
  CHECK_FALSE(read.item);
  CHECK(spelled(read.problems) == problems);
}

TEST_CASE("bytes that are not UTF-8 are spaces, with a warning", "[page_tree_source]") {
  const SourceRead read = read_text(
      "Caf\xE9.\n\nA\x08"
      "B.\n");
  REQUIRE(read.item);
  CHECK(texts_of(std::get<Guide>(*read.item)) == "1 Caf .\n3 A B.");
  CHECK(spelled(read.problems) ==
        "warning 1: not UTF-8 (byte 0xE9), read as a space; save the file as UTF-8");
}

TEST_CASE("a page without passages is still a page", "[page_tree_source]") {
  const Guide page = page_of("# Title\n\n- [A](a.md)\n");
  CHECK(page.title == "Title");
  CHECK(page.passages.empty());
}

TEST_CASE("a second reading of a tree is like the first", "[page_tree_source]") {
  const test::TemporaryDirectory root;
  root.write("a.md", "One.\n");
  root.write("b.md", "");
  root.write("c.md", "Three.\n");
  const auto source = PageTreeSource::open(root.path());
  REQUIRE(source);
  CHECK((*source)->files() ==
        std::vector<fs::path>{root.path() / "a.md", root.path() / "b.md", root.path() / "c.md"});
  REQUIRE((*source)->next());
  CHECK((*source)->progress() == Approx(1.0 / 3));
  for (int time = 0; time < 2; ++time) {
    (*source)->rewind();
    CHECK((*source)->progress() == 0.0);
    const auto reads = read_all(**source);
    REQUIRE(reads.size() == 3);
    CHECK(reads[0].item);
    CHECK_FALSE(reads[1].item);
    CHECK(reads[1].problems.at(0).error.where.file == (root.path() / "b.md").string());
    CHECK(reads[2].item);
    CHECK_FALSE((*source)->next());
    CHECK((*source)->progress() == 1.0);
  }
  fs::remove(root.path() / "c.md");
  (*source)->rewind();
  const auto reads = read_all(**source);
  REQUIRE(reads.size() == 3);
  CHECK_FALSE(reads[2].item);
  CHECK(reads[2].problems.at(0).error.code == ErrorCode::io_failed);
}

TEST_CASE("a root without Markdown is an error that says so", "[page_tree_source]") {
  const test::TemporaryDirectory root;
  const auto opened = [](const fs::path& path) {
    const auto source = PageTreeSource::open(path);
    return source ? std::string("opened") : source.error().message;
  };
  CHECK(opened(root.path() / "missing") == "there is no such file or directory");
  CHECK(opened("/dev/null") == "neither a file nor a directory");
  CHECK(opened(root.path()) == "there is no *.md, *.markdown or *.mdx in it");
}

TEST_CASE("a tree as deep as the file system allows is listed", "[page_tree_source]") {
  const test::TemporaryDirectory root;
  fs::path deep;
  for (int level = 0; level < 500; ++level) deep /= "d";
  root.write(deep / "x.md", "Text.\n");
  const auto ids = ids_of(root.path());
  REQUIRE(ids.size() == 1);
  CHECK(ids[0].size() == most_page_id_bytes);
}

TEST_CASE("hostile pages are read in no time", "[page_tree_source]") {
  const auto piece = GENERATE(as<std::string>{}, "<a ={", "<div ", "<div '", "<div>\n<p \"",
                              "<div><!--", "<a href=\"", "{{", "{/*", "[^", "`", "<!--", "<ul><li>",
                              "</li>", "<td>", "&", "&#", "{#", "[a](#b) ", ":::", "![", "<pre>",
                              "``` ", "*_", "> [!", "| a |\n|---|\n", "# a\n", "a[^", "<div>\n");
  CAPTURE(piece);
  std::string text;
  while (text.size() < 200'000) text += piece;
  const SourceRead read = read_text(text);
  CHECK((read.item || !read.problems.empty()));
}

}  // namespace
}  // namespace guidepost::indexer
