#include "core/index/posting_image.h"

#include "core/index/files.h"
#include "support/dice.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void write(const std::map<std::string, Postings>& terms, std::uint32_t documents,
           const std::filesystem::path& directory) {
  auto writer = PostingImageWriter::create(directory / "postings", directory / "terms").value();
  for (const auto& [term, postings] : terms) {
    writer.begin_term(term);
    for (const auto& [document, wdf] : postings) writer.add(document, wdf);
  }
  REQUIRE(writer.finish(documents));
}

Result<PostingImage> open(std::uint32_t documents, const std::filesystem::path& directory) {
  return PostingImage::open(directory / "postings", directory / "terms", documents);
}

Postings read(const PostingList& list) {
  Postings postings;
  list.each(
      [&](std::uint32_t document, std::uint32_t wdf) { postings.emplace_back(document, wdf); });
  return postings;
}

}  // namespace

TEST_CASE("postings are read as they were written", "[posting_image]") {
  const test::TemporaryDirectory directory;
  test::Dice dice(1);
  std::map<std::string, Postings> terms;
  std::vector<std::uint64_t> lengths(5000, 0);
  for (int i = 0; i < 40; ++i) {
    Postings& postings = terms["t" + std::to_string(i)];
    for (std::uint32_t document = 1; document <= 5000; ++document) {
      if (dice.roll(static_cast<std::size_t>(i) * 10 + 1) != 0) continue;
      const auto wdf = static_cast<std::uint32_t>(1 + dice.roll(2) * dice.roll(300));
      postings.emplace_back(document, wdf);
      lengths[document - 1] += wdf;
    }
  }
  write(terms, 5000, directory.path());
  const auto image = open(5000, directory.path());
  REQUIRE(image);
  std::uint64_t total = 0;
  for (const auto& [term, postings] : terms) {
    CAPTURE(term);
    CHECK(image->find(term).size() == postings.size());
    CHECK(read(image->find(term)) == postings);
  }
  for (std::uint32_t document = 1; document <= 5000; ++document) {
    CHECK(image->length_of(document) == lengths[document - 1]);
    total += lengths[document - 1];
  }
  CHECK(image->total_length() == total);
}

TEST_CASE("a term that no document holds has no postings", "[posting_image]") {
  const test::TemporaryDirectory directory;
  write({{"b", {{1, 1}}}, {"c", {}}}, 1, directory.path());
  const auto image = open(1, directory.path());
  REQUIRE(image);
  for (const std::string term : {"", "a", "b0", "c", "z"}) {
    CHECK(image->find(term).size() == 0);
    CHECK(read(image->find(term)).empty());
  }
  CHECK(image->term_count() == 1);
}

TEST_CASE("files for another number of documents, and shortened ones, are refused",
          "[posting_image]") {
  const test::TemporaryDirectory directory;
  write({{"a", {{1, 1}, {3, 2}}}}, 3, directory.path());
  CHECK(open(3, directory.path()));
  CHECK(open(4, directory.path()).error().code == ErrorCode::index_damaged);
  std::filesystem::resize_file(directory.path() / "postings", 9);
  CHECK(open(3, directory.path()).error().code == ErrorCode::index_damaged);
  std::filesystem::remove(directory.path() / "postings");
  CHECK(open(3, directory.path()).error().code == ErrorCode::index_damaged);
}

TEST_CASE("damaged postings name no document that there is not", "[posting_image]") {
  const test::TemporaryDirectory directory;
  Postings postings;
  for (std::uint32_t document = 1; document <= 300; ++document)
    postings.emplace_back(document, document);
  write({{"a", postings}}, 300, directory.path());
  const std::string sound = read_file(directory.path() / "postings").value();
  test::Dice dice(2);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = sound;
    for (int i = 0; i < 3; ++i) damaged[dice.roll(500)] = static_cast<char>(dice.roll(256));
    std::ofstream(directory.path() / "postings", std::ios::binary) << damaged;
    const auto image = open(300, directory.path());
    if (!image) continue;
    for (const auto& [document, wdf] : read(image->find("a"))) {
      CHECK(document >= 1);
      CHECK(document <= 300);
    }
  }
}

TEST_CASE("a count that the segment or the bytes cannot hold is not believed", "[posting_image]") {
  const test::TemporaryDirectory directory;
  write({{"word", {{1, 1}, {2, 300}, {5, 1}}}}, 9, directory.path());
  const std::string sound = read_file(directory.path() / "terms").value();
  const std::size_t at = sound.find("word") - 4;
  REQUIRE(sound[at] == 3);
  const auto [count, believed] =
      GENERATE(table<std::uint32_t, std::uint32_t>({{3, 3}, {7, 0}, {10, 0}, {0xffffffffU, 0}}));
  std::string bent;
  append_little_endian(bent, count);
  const std::string damaged = std::string(sound).replace(at, 4, bent);
  std::ofstream(directory.path() / "terms", std::ios::binary) << damaged;
  const auto image = open(9, directory.path());
  REQUIRE(image);
  CAPTURE(count);
  CHECK(image->find("word").size() == believed);
  CHECK(read(image->find("word")).size() == believed);
}

}  // namespace guidepost
