#include "core/index/catalogue.h"

#include "core/index/files.h"
#include "core/index/removed_terms.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {

TEST_CASE("a catalogue finds every document by its id, and no other", "[catalogue]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "catalogue";
  const std::uint32_t count = GENERATE(0U, 1U, 2U, 1000U);
  std::vector<CatalogueEntry> entries;
  for (std::uint32_t i = 0; i < count; ++i) {
    entries.push_back({hash128("id" + std::to_string(i)), i * 7, i * 11, i + 1});
  }
  REQUIRE(write_file(file, encode_catalogue(entries)));
  const auto catalogue = Catalogue::open(file);
  REQUIRE(catalogue);
  REQUIRE(catalogue->size() == count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto place = catalogue->find(hash128("id" + std::to_string(i)));
    REQUIRE(place);
    CHECK(catalogue->at(*place).document == i + 1);
    CHECK(catalogue->at(*place).source == i * 7);
    CHECK(catalogue->at(*place).unit == i * 11);
  }
  CHECK_FALSE(catalogue->find(hash128("another")));
}

TEST_CASE("a catalogue that was cut is damage", "[catalogue]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "catalogue";
  REQUIRE(write_file(file, encode_catalogue({{hash128("a"), 1, 1, 1}}).substr(1)));
  const auto catalogue = Catalogue::open(file);
  REQUIRE_FALSE(catalogue);
  CHECK(catalogue.error().code == ErrorCode::index_damaged);
  CHECK_FALSE(Catalogue::open(directory.path() / "none"));
}

TEST_CASE("removed terms come back as they were", "[removed_terms]") {
  RemovedTerms removed;
  removed.length = 77;
  removed.documents = {{"kubernet", 3}, {"USpython", 1}};
  const auto read = decode_removed_terms(encode(removed));
  REQUIRE(read);
  CHECK(read->length == 77);
  CHECK(read->documents == removed.documents);
  CHECK(read->documents_with("kubernet") == 3);
  CHECK(read->documents_with("none") == 0);
  const std::string bytes = encode(removed);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE_FALSE(decode_removed_terms(bytes.substr(0, size)));
  }
}

}  // namespace guidepost
