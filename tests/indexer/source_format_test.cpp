// What a path is taken for.
#include "indexer/source_format.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

std::string format_at(const std::filesystem::path& path) {
  const auto format = format_of({path, {}, {}});
  return format ? std::string(name_of(*format)) : format.error().message;
}

TEST_CASE("a tree is our corpus by its grammar, not by the names of its folders",
          "[source_format]") {
  const auto [file, text, format] = GENERATE(table<std::string, std::string, std::string>({
      {"guides/a.md", "---\nid: a\ntitle: A\nfamily: care\n---\n", "guide"},
      {"guides/a.md", "\xEF\xBB\xBF---\r\nid: a\r\ntitle: A\r\nfamily: care\r\n---\r\n", "guide"},
      {"guides/a.md", "---\nid: a\ntitle: A\nskills:\n  - {id: b}\nfamily: care\n---\n", "guide"},
      {"tips/a.md", "---\nid: a\ntitle: A\n---\n", "guide"},
      // Docusaurus, Jekyll, Hugo, anybody
      {"guides/a.md", "---\nid: a\ntitle: A\nsidebar_position: 2\n---\n", "markdown"},
      {"guides/a.md", "---\nid: a\ntitle: A\n---\nfamily: in the text\n", "markdown"},
      {"guides/a.md", "---\ntitle: A\nfamily: care\nmore:\n  id: a\n---\n", "markdown"},
      {"guides/a.md", "id: a\ntitle: A\nfamily: care\n", "markdown"},
      {"guides/a.md", "", "markdown"},
      {"tips/a.md", "---\nid: a\ntitle: A\nslug: /a\n---\n", "markdown"},
      {"tips/a.md", "---\nid: a\ntitle: A\nsidebar_label: a\n---\n", "markdown"},
      {"tips/a.md", "---\nid: a\ntitle: A\nlayout: tip\n---\n", "markdown"},
      {"tips/a.md", "---\npermalink: /a\nid: a\ntitle: A\n---\n", "markdown"},
      {"deeper/guides/a.md", "---\nid: a\ntitle: A\nfamily: care\n---\n", "markdown"},
  }));
  CAPTURE(file, text);
  const test::TemporaryDirectory root;
  root.write(file, text);
  CHECK(format_at(root.path()) == format);
}

TEST_CASE("a corpus may be packed, and a vocabulary is enough", "[source_format]") {
  const test::TemporaryDirectory root;
  std::filesystem::create_directories(root.path() / "guides");
  write_packed(root.path() / "guides/a.md.gz", "---\nid: a\ntitle: A\nfamily: care\n---\n");
  CHECK(format_at(root.path()) == "guide");
  std::filesystem::remove(root.path() / "guides/a.md.gz");
  root.write("guides/a.md", "# A\n");
  CHECK(format_at(root.path()) == "markdown");
  write_packed(root.path() / "skills.yaml.gz",
               "- {id: go, label: Go, kind: technology, description: d}\n");
  CHECK(format_at(root.path()) == "guide");
  const auto vocabulary = open_vocabulary({root.path(), {}, {}});
  REQUIRE(vocabulary);
  REQUIRE(*vocabulary);
  CHECK(read_all(**vocabulary).size() == 1);
}

TEST_CASE("a file is what its ending says, in any case, packed or not", "[source_format]") {
  const auto [name, format] = GENERATE(table<std::string, std::string>({
      {"a.jsonl", "jsonl"},
      {"site.target.jsonl", "jsonl"},
      {"a.tart.csv.gz", "csv"},
      {"A.TSV", "csv"},
      {"a.md.gz", "markdown"},
      {"a.HTML", "html"},
      {"a.tar", "is a packed archive"},
      {"a.TAR.GZ", "is a packed archive"},
      {"a.jsonl.tgz", "is a packed archive"},
      {"a.zip", "is a packed archive"},
      {"a.tar.docx", "has an unknown format"},
  }));
  CAPTURE(name);
  const test::TemporaryDirectory root;
  CHECK(format_at(root.write(name, "x")) == format);
}

TEST_CASE("a folder of pages in capitals is one of pages", "[source_format]") {
  const test::TemporaryDirectory root;
  root.write("A.HTML", "<p>Text.");
  CHECK(format_at(root.path()) == "html");
  const Vocabulary vocabulary;
  const auto source = open_source({root.path(), {}, {}}, vocabulary);
  REQUIRE(source);
  CHECK(read_all(**source).size() == 1);
}

TEST_CASE("golden queries beside JSON Lines are no documents", "[source_format]") {
  const test::TemporaryDirectory root;
  const Vocabulary vocabulary;
  root.write("golden.jsonl", R"({"query": "a", "ids": ["a"]})");
  const auto inside = root.write("deeper/golden.jsonl", R"({"id": "b", "body": "text"})");
  const auto site = root.write("site.jsonl", R"({"id": "a", "body": "text"})");
  const auto source = open_source({root.path(), {}, {}}, vocabulary);
  REQUIRE(source);
  CHECK((*source)->files() == std::vector<std::filesystem::path>{inside, site});
  // Nor do they make a JSON Lines folder of a page.
  std::filesystem::remove(inside);
  std::filesystem::remove(site);
  root.write("page.md", "Text.");
  CHECK(format_at(root.path()) == "markdown");
}

TEST_CASE("what is said to be tab-separated is, whatever its name", "[source_format]") {
  const Vocabulary vocabulary;
  const auto title = [&](const std::filesystem::path& file, const char* format) {
    const auto source = open_source({file, source_format_named(format), {}}, vocabulary);
    if (!source) return source.error().message;
    const auto read = (*source)->next();
    REQUIRE(read);
    REQUIRE(read->item);
    return std::get<LonePassage>(*read->item).passage.title;
  };
  const test::TemporaryDirectory root;
  const std::string table = "id\ttitle\n1\tlamps, and wicks\n";
  CHECK(title(root.write("a.txt", table), "tsv") == "lamps, and wicks");
  CHECK(title(root.write("a.csv", table), "tsv") == "lamps, and wicks");
  CHECK(title(root.write("a.tsv", table), "csv") == "lamps, and wicks");
  CHECK(title(root.write("a.txt", table), "csv") == "has no column `id`");
  CHECK(name_of(*source_format_named("tsv")) == "tsv");
}

}  // namespace
}  // namespace guidepost::indexer
