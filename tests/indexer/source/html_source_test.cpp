// A folder of pages on disk.
#include "indexer/source/html_source.h"

#include "indexer/source/html_guide.h"
#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;

std::string id_in(const SourceRead& read) {
  return read.item ? std::get<Guide>(*read.item).id : "rejected";
}

Ids ids_of(const fs::path& root) {
  const auto source = HtmlSource::open(root);
  REQUIRE(source);
  Ids ids;
  for (const SourceRead& read : read_all(**source)) ids.push_back(id_in(read));
  return ids;
}

TEST_CASE("every page below a folder is a guide, named by its path", "[html_source]") {
  const test::TemporaryDirectory root;
  for (const char* name :
       {"index.html", "about.HTM", "a/Index.html", "a/b c.html", "a/v1.2.html", "a#1.html",
        // left out
        ".hidden.html", "a/.cache/x.html", "a/node_modules/x.html", "style.css", "html"}) {
    root.write(name, "<p>Text.");
  }
  write_packed(root.path() / "packed.html.gz", "<p>Text.");
  fs::create_directory(root.path() / "folder.html");
  fs::create_symlink(root.path() / "index.html", root.path() / "link.html");
  fs::create_directory_symlink(root.path(), root.path() / "a" / "loop");
  const Ids ids{"a-1", "a", "a/b-c", "a/v1.2", "about", "index", "packed"};  // as their paths sort
  CHECK(ids_of(root.path()) == ids);
}

TEST_CASE("a page alone is named by its file", "[html_source]") {
  const test::TemporaryDirectory root;
  CHECK(ids_of(root.write("a/b c.html", "<p>Text.")) == Ids{"b-c"});
  CHECK(ids_of(root.write("a/index.html", "<p>Text.")) == Ids{"index"});
  CHECK(ids_of(write_packed(root.path() / "x.htm.gz", "<p>Text.")) == Ids{"x"});
}

TEST_CASE("pages that want the same id get one each", "[html_source]") {
  const test::TemporaryDirectory root;
  for (const char* name : {"same.html", "same.htm", "same/index.html", "a b.html", "a-b.html"}) {
    root.write(name, "<p>Text.");
  }
  write_packed(root.path() / "same.html.gz", "<p>Text.");
  const Ids ids = ids_of(root.path());
  CHECK(ids.size() == 6);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 6);
  CHECK(ids == ids_of(root.path()));
}

TEST_CASE("a page without a language has that of its path", "[html_source]") {
  const test::TemporaryDirectory root;
  root.write("de/index.html", "<p>Text.");
  root.write("fr/english.html", "<html lang=en><p>Text.");
  root.write("index.html", "<p>Text.");
  const auto source = HtmlSource::open(root.path());
  REQUIRE(source);
  Ids languages;
  for (const SourceRead& read : read_all(**source)) {
    languages.push_back(std::get<Guide>(read.item.value()).language);
  }
  CHECK(languages == Ids{"de", "en", "en"});
}

TEST_CASE("a folder that cannot be listed does not take the others with it", "[html_source]") {
  const test::TemporaryDirectory root;
  root.write("a.html", "<p>Text.");
  const fs::path closed = root.path() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::none);
  std::error_code error;
  fs::directory_iterator(closed, error);
  if (!error) return;  // nothing is closed to whoever runs this
  const auto source = HtmlSource::open(root.path());
  fs::permissions(closed, fs::perms::owner_all);
  REQUIRE(source);
  const auto reads = read_all(**source);
  REQUIRE(reads.size() == 2);
  CHECK(reads[0].problems.at(0).error.where.file == closed.string());
  CHECK(id_in(reads[1]) == "a");
}

TEST_CASE("a page knows its file and what it says", "[html_source]") {
  const test::TemporaryDirectory root;
  const fs::path file = root.write("a/pay.html",
                                   "<title>Pay</title><meta name=Description content=\" How\n much "
                                   "\"><h2 id=x>More</h2>\n<p>Text.");
  const auto source = HtmlSource::open(root.path());
  REQUIRE(source);
  const auto read = (*source)->next();
  REQUIRE(read);
  REQUIRE(read->item);
  const auto& guide = std::get<Guide>(*read->item);
  CHECK(guide.title == "Pay");
  CHECK(guide.tagline == "How much");
  CHECK(guide.where == SourcePlace{file.string(), 1});
  REQUIRE(guide.passages.size() == 1);
  CHECK_THAT(guide.passages[0].id, Catch::StartsWith("a/pay#x-"));
  CHECK(guide.passages[0].line == 3);
}

TEST_CASE("a second reading of a folder is like the first", "[html_source]") {
  const test::TemporaryDirectory root;
  root.write("a.html", "<p>One.");
  root.write("b.html", "");
  root.write("c.html", "<p>Three.");
  const auto source = HtmlSource::open(root.path());
  REQUIRE(source);
  CHECK((*source)->files() == std::vector<fs::path>{root.path() / "a.html", root.path() / "b.html",
                                                    root.path() / "c.html"});
  REQUIRE((*source)->next());
  CHECK((*source)->progress() == Approx(1.0 / 3));
  for (int time = 0; time < 2; ++time) {
    (*source)->rewind();
    CHECK((*source)->progress() == 0.0);
    const auto reads = read_all(**source);
    REQUIRE(reads.size() == 3);
    CHECK(id_in(reads[0]) == "a");
    CHECK(id_in(reads[1]) == "rejected");
    CHECK(reads[1].problems.at(0).error.where.file == (root.path() / "b.html").string());
    CHECK(id_in(reads[2]) == "c");
    CHECK_FALSE((*source)->next());
    CHECK((*source)->progress() == 1.0);
  }
}

TEST_CASE("a page that cannot be read is rejected, one that asks for it is left out",
          "[html_source]") {
  const test::TemporaryDirectory root;
  write_packed(root.path() / "bomb.html.gz", std::string(most_html_bytes + 1, 'x'));
  root.write("cut.html.gz", "\x1F\x8B\x08");
  root.write("gone.html", "<p>Text.");
  root.write("noindex.html", "<meta name=robots content=noindex><p>Text.");
  root.write("whole.html", "<p>Text.");
  const auto source = HtmlSource::open(root.path());
  REQUIRE(source);
  fs::remove(root.path() / "gone.html");
  const auto reads = read_all(**source);
  REQUIRE(reads.size() == 5);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_FALSE(reads[i].item);
    REQUIRE(reads[i].problems.size() == 1);
    CHECK(reads[i].problems[0].severity == (i < 3 ? Severity::error : Severity::warning));
  }
  CHECK_THAT(spelled(reads[0].problems),
             Catch::StartsWith("error 0: is larger than 8388608 bytes"));
  CHECK_THAT(spelled(reads[1].problems),
             Catch::StartsWith("error 0: the gzip data ends too early"));
  CHECK_THAT(spelled(reads[2].problems), Catch::StartsWith("error 0: cannot be opened: "));
  CHECK_THAT(spelled(reads[3].problems), Catch::Contains("noindex"));
  CHECK(id_in(reads[4]) == "whole");
}

TEST_CASE("a root without pages is an error that says so", "[html_source]") {
  const test::TemporaryDirectory root;
  root.write("notes.txt", "x");
  const auto empty = HtmlSource::open(root.path());
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == ErrorCode::bad_input);
  CHECK(empty.error().message == "there is no page (*.html) in it");
  const auto missing = HtmlSource::open(root.path() / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::io_failed);
}

}  // namespace
}  // namespace guidepost::indexer
