// A posting image that says anything else than Xapian's database is found, and named.
#include "core/index/posting_comparison.h"

#include "core/index/segment.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <functional>
#include <map>
#include <string>

namespace guidepost {
namespace {

using Terms = std::map<std::string, std::map<std::uint32_t, std::uint32_t>>;  // document -> wdf

const Terms sound{{"pilot", {{1, 1}, {3, 2}}}, {"rope", {{1, 4}, {2, 1}, {3, 1}}}};
constexpr std::uint32_t documents = 3;

void write_xapian(const std::filesystem::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  for (std::uint32_t number = 1; number <= documents; ++number) {
    Xapian::Document document;
    for (const auto& [term, postings] : sound) {
      if (const auto found = postings.find(number); found != postings.end()) {
        document.add_term(term, found->second);
      }
    }
    database.add_document(document);
  }
  database.commit();
}

PostingImage open_image(const std::filesystem::path& path) {
  return PostingImage::open(path / segment_file::postings, path / segment_file::posting_terms,
                            documents)
      .value();
}

/// `sound` in Xapian and `terms` in the image.
PostingImage write(const Terms& terms, const std::filesystem::path& path) {
  write_xapian(path / segment_file::xapian);
  auto writer =
      PostingImageWriter::create(path / segment_file::postings, path / segment_file::posting_terms)
          .value();
  for (const auto& [term, postings] : terms) {
    writer.begin_term(term);
    for (const auto& [document, wdf] : postings) writer.add(document, wdf);
  }
  REQUIRE(writer.finish(documents));
  return open_image(path);
}

TEST_CASE("an image of the same postings is sound", "[posting_comparison]") {
  const test::TemporaryDirectory directory;
  const PostingImage image = write(sound, directory.path());
  CHECK(compare_postings(directory.path(), image, documents, ComparisonDepth::counts));
  CHECK(compare_postings(directory.path(), image, documents, ComparisonDepth::postings));
}

TEST_CASE("an image of other postings is damaged", "[posting_comparison]") {
  struct Row {
    std::string what;
    std::function<void(Terms&)> bend;
    std::string named;
    bool is_seen_by_counts;
  };
  const auto row = GENERATE(values<Row>({
      {"another document",
       [](auto& terms) {
         terms["pilot"] = {{1, 1}, {2, 2}};
       },
       "pilot", false},
      {"another wdf", [](auto& terms) { terms["rope"][2] = 9; }, "rope", false},
      {"a document too few", [](auto& terms) { terms["pilot"].erase(3); }, "pilot", true},
      {"a term too few", [](auto& terms) { terms.erase("rope"); }, "rope", true},
      {"a term too many",
       [](auto& terms) {
         terms["sail"] = {{1, 1}};
       },
       "number of terms", true},
  }));
  const test::TemporaryDirectory directory;
  Terms bent = sound;
  row.bend(bent);
  const PostingImage image = write(bent, directory.path());
  CAPTURE(row.what);
  CHECK(compare_postings(directory.path(), image, documents, ComparisonDepth::counts).has_value() ==
        !row.is_seen_by_counts);
  const auto compared =
      compare_postings(directory.path(), image, documents, ComparisonDepth::postings);
  REQUIRE_FALSE(compared);
  CHECK(compared.error().code == ErrorCode::index_damaged);
  CHECK(compared.error().message.find(row.named) != std::string::npos);
}

TEST_CASE("another length of a document is damage", "[posting_comparison]") {
  const test::TemporaryDirectory directory;
  write(sound, directory.path());
  std::string bytes = directory.read(segment_file::postings);
  const std::size_t lengths = bytes.size() - 8 - documents * 4;
  REQUIRE(bytes[lengths] == 5);
  bytes[lengths + 4] = 2;  // the second document's, in place of 1
  directory.write(segment_file::postings, bytes);
  const PostingImage image = open_image(directory.path());
  CHECK(compare_postings(directory.path(), image, documents, ComparisonDepth::counts));
  const auto compared =
      compare_postings(directory.path(), image, documents, ComparisonDepth::postings);
  REQUIRE_FALSE(compared);
  CHECK(compared.error().message.find("document number 2") != std::string::npos);
}

TEST_CASE("a database of another number of documents is damage", "[posting_comparison]") {
  const test::TemporaryDirectory directory;
  const PostingImage image = write(sound, directory.path());
  CHECK(compare_postings(directory.path(), image, documents + 1, ComparisonDepth::counts)
            .error()
            .code == ErrorCode::index_damaged);
}

}  // namespace
}  // namespace guidepost
