// Many byte strings in one file: every one comes back, and a file that is not whole is refused.
#include "core/index/blob_array.h"

#include "core/index/files.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string blob(std::size_t number) {
  return std::string(number % 37, static_cast<char>('a' + number % 26));
}

class Written {
 public:
  explicit Written(std::size_t count) {
    auto writer = BlobArrayWriter::create(file());
    REQUIRE(writer);
    for (std::size_t i = 0; i < count; ++i) writer->append(blob(i));
    REQUIRE(writer->count() == count);
    REQUIRE(writer->finish());
  }
  std::filesystem::path file() const { return directory_.path() / "blobs"; }

 private:
  test::TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("every blob comes back by its number", "[blob_array]") {
  const std::size_t count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{255},
                                     std::size_t{256}, std::size_t{257}, std::size_t{5000});
  const Written written(count);
  const auto array = BlobArray::open(written.file());
  REQUIRE(array);
  REQUIRE(array->count() == count);
  for (std::size_t i = 0; i < count; ++i) REQUIRE(array->at(i) == blob(i));
  CHECK(array->at(count).empty());
  CHECK(array->at(~std::uint64_t{0}).empty());
}

TEST_CASE("an array stays readable when its file is deleted", "[blob_array]") {
  const Written written(300);
  const auto array = BlobArray::open(written.file());
  REQUIRE(array);
  std::filesystem::remove(written.file());
  CHECK(array->at(299) == blob(299));
}

TEST_CASE("a file of another length is no array", "[blob_array]") {
  const Written written(300);
  const std::string good = *read_file(written.file());
  for (const std::string& bad :
       {std::string(), good.substr(0, 15), good.substr(0, good.size() / 2),
        good.substr(0, good.size() - 1), good + "x", std::string(16, '\xff')}) {
    REQUIRE(write_file(written.file(), bad));
    const auto array = BlobArray::open(written.file());
    REQUIRE_FALSE(array);
    CHECK(array.error().code == ErrorCode::index_damaged);
    CHECK(array.error().where.file == written.file().string());
  }
}

TEST_CASE("whatever the offsets say, nothing outside the payload is read", "[blob_array]") {
  const Written written(300);
  const std::string good = *read_file(written.file());
  for (std::size_t place = good.size() - 1300; place < good.size() - 16; ++place) {
    std::string bad = good;
    bad[place] = static_cast<char>(0xff);
    REQUIRE(write_file(written.file(), bad));
    const auto array = BlobArray::open(written.file());
    REQUIRE(array);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < 300; ++i) bytes += array->at(i).size();
    REQUIRE(bytes <= 300 * good.size());
  }
}

TEST_CASE("a directory and a missing file are no arrays", "[blob_array]") {
  const test::TemporaryDirectory directory;
  CHECK_FALSE(BlobArray::open(directory.path()));
  CHECK_FALSE(BlobArray::open(directory.path() / "none"));
}

}  // namespace guidepost
