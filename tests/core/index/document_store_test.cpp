#include "core/index/document_store.h"

#include "core/index/blob_array.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

StoredDocument numbered(std::size_t number) {
  StoredDocument document;
  document.type = DocumentType::tip;
  document.id = "tip-" + std::to_string(number);
  document.text = std::string(number * 7 % 400, 'x') + std::to_string(number);
  document.skills = {"a", "b"};
  document.recognised = {"c"};
  document.aliases = {"other name"};
  document.url = "https://example.org/" + std::to_string(number);
  document.extra = "{\"n\":" + std::to_string(number) + "}";
  return document;
}

std::filesystem::path write_store(const test::TemporaryDirectory& directory, std::size_t count) {
  const auto file = directory.path() / "documents";
  auto writer = BlobArrayWriter::create(file);
  REQUIRE(writer);
  DocumentPacker packer;
  for (std::size_t i = 0; i < count; ++i) packer.add(encode(numbered(i)));
  for (const std::string& frame : std::move(packer).finish()) writer->append(frame);
  REQUIRE(writer->finish());
  return file;
}

}  // namespace

TEST_CASE("every document comes back from its frame", "[document_store]") {
  const test::TemporaryDirectory directory;
  const std::size_t count =
      GENERATE(std::size_t{1}, std::size_t{16}, std::size_t{17}, std::size_t{100});
  const auto store = DocumentStore::open(write_store(directory, count));
  REQUIRE(store);
  for (std::size_t i = 0; i < count; ++i) {
    const auto document = store->at(i);
    REQUIRE(document);
    CHECK(encode(*document) == encode(numbered(i)));
  }
  CHECK_FALSE(store->at(count));
  CHECK_FALSE(store->at(count + 1000));
}

TEST_CASE("one reader reads documents of any frames of any stores in any order",
          "[document_store]") {
  const test::TemporaryDirectory directory;
  const test::TemporaryDirectory other;
  const auto large = DocumentStore::open(write_store(directory, 40));
  const auto small = DocumentStore::open(write_store(other, 3));
  REQUIRE(large);
  REQUIRE(small);
  DocumentReader reader;
  for (const std::size_t number : {0U, 1U, 39U, 2U, 17U, 16U, 0U}) {
    const auto document = reader.read(*large, number);
    REQUIRE(document);
    CHECK(document->id == numbered(number).id);
    CHECK_FALSE(reader.read(*small, 48));
    CHECK_FALSE(reader.read(*small, 3));
    const auto of_small = reader.read(*small, 2);
    REQUIRE(of_small);
    CHECK(of_small->id == numbered(2).id);
  }
}

TEST_CASE("declared and recognised skills are one list", "[stored_document]") {
  StoredDocument document;
  document.skills = {"python", "sql"};
  document.recognised = {"go", "python"};
  CHECK(skills_of(document) == std::vector<std::string>{"go", "python", "sql"});
  document.type = DocumentType::guide;
  document.skills = {"sql", "python"};  // by importance
  document.recognised.clear();
  CHECK(skills_of(document) == std::vector<std::string>{"sql", "python"});
}

TEST_CASE("a url is the source's, else under our own paths with the id encoded",
          "[stored_document]") {
  StoredDocument document;
  document.type = DocumentType::skill;
  document.id = "AC/DC planner & co";
  CHECK(url_of(document) == "/skills/AC%2FDC%20planner%20%26%20co");
  document.url = "https://example.org/x#y";
  CHECK(url_of(document) == "https://example.org/x#y");
  StoredDocument passage;
  passage.id = "p1";
  CHECK(url_of(passage).empty());  // of no page
  passage.guide = "a/b";
  passage.anchor = "day-1";
  CHECK(url_of(passage) == "/guides/a%2Fb#day-1");
}

}  // namespace guidepost
