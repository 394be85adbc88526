// Checksums of bytes and files.
#include "core/index/checksum.h"

#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {

TEST_CASE("a checksum is XXH3-128 in hex, so that other programs can check it", "[checksum]") {
  CHECK(checksum_of("") == "99aa06d3014798d86001c324468d497f");
  CHECK(checksum_of("guidepost").size() == 32);
  CHECK(checksum_of("guidepost").find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("one bit changes the checksum", "[checksum]") {
  const std::string bytes = "the bytes of a file";
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string other = bytes;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
    REQUIRE(checksum_of(other) != checksum_of(bytes));
  }
  CHECK(checksum_of(bytes + '\0') != checksum_of(bytes));
}

TEST_CASE("a file has the checksum of its bytes, whatever its size", "[checksum]") {
  const test::TemporaryDirectory directory;
  const std::size_t size = GENERATE(0U, 1U, 65535U, 65536U, 65537U, 131072U, 200000U);
  std::string bytes(size, 'x');
  if (size > 0) bytes.back() = '\0';
  const auto checksum = checksum_of_file(directory.write("file", bytes));
  REQUIRE(checksum);
  CHECK(*checksum == checksum_of(bytes));
}

TEST_CASE("what cannot be read has no checksum", "[checksum]") {
  const test::TemporaryDirectory directory;
  const auto missing = checksum_of_file(directory.path() / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::io_failed);
  CHECK_THAT(missing.error().where.file, Catch::EndsWith("missing"));
  CHECK_FALSE(checksum_of_file(directory.path()));  // a directory can be opened, not read
}

}  // namespace guidepost
