// Whole files, read and written.
#include "core/index/files.h"

#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace guidepost {
namespace {

template <typename Value>
void check_failed(const Result<Value>& result, const std::filesystem::path& file) {
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::io_failed);
  CHECK(result.error().where.file == file.string());
  CHECK_FALSE(result.error().message.empty());
}

}  // namespace

TEST_CASE("what is written is read back, byte for byte", "[files]") {
  const test::TemporaryDirectory directory;
  const std::string bytes =
      GENERATE(std::string(), std::string("text\n"), std::string("a\0b\r\n\xff", 6),
               std::string(65536, 'x'), std::string(200001, 'y'));
  const auto file = directory.path() / "file";
  REQUIRE(write_file(file, bytes));
  const auto read = read_file(file);
  REQUIRE(read);
  CHECK((*read == bytes));
  REQUIRE(write_file(file, "short"));  // nothing of the old content is left
  CHECK(read_file(file) == "short");
}

TEST_CASE("a file that cannot be read is an error that names it", "[files]") {
  const test::TemporaryDirectory directory;
  check_failed(read_file(directory.path() / "missing"), directory.path() / "missing");
  check_failed(read_file(directory.path()), directory.path());
  const auto file = directory.write("file", "text");
  check_failed(read_file(file / "below"), file / "below");
}

TEST_CASE("a file larger than expected is not read", "[files]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.write("file", std::string(100000, 'x'));
  CHECK(read_file(file, 100000));
  check_failed(read_file(file, 99999), file);
  check_failed(read_file(file, 0), file);
  CHECK(read_file(directory.write("empty", ""), 0) == "");
}

TEST_CASE("a file that cannot be written is an error that names it", "[files]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "no" / "such" / "folder";
  check_failed(write_file(file, "text"), file);
  check_failed(write_file(directory.path(), "text"), directory.path());
}

TEST_CASE("a full disk is an error, not a short file", "[files]") {
  if (!std::filesystem::exists("/dev/full")) return;
  check_failed(write_file("/dev/full", "text"), "/dev/full");
}

TEST_CASE("replacing a file leaves the new content and nothing beside it", "[files]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.write("file", "a longer old content");
  REQUIRE(replace_file(file, "new"));
  CHECK(directory.read("file") == "new");
  REQUIRE(replace_file(directory.path() / "another", "new too"));
  CHECK(directory.read("another") == "new too");
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory.path())) {
    ++entries;
  }
  CHECK(entries == 2);
}

TEST_CASE("a file that cannot be replaced stays as it was", "[files]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.write("file", "old");
  directory.write("file.tmp/in the way", "");
  CHECK_FALSE(replace_file(file, "new"));
  CHECK(directory.read("file") == "old");
  CHECK_FALSE(replace_file(directory.path() / "no folder" / "file", "new"));
}

TEST_CASE("what is there can be synced, what is not cannot", "[files]") {
  const test::TemporaryDirectory directory;
  directory.write("a/b/file", "text");
  directory.write("a/file", "text");
  CHECK(sync_path(directory.path()));
  CHECK(sync_path(directory.path() / "a/file"));
  CHECK(sync_tree(directory.path()));
  check_failed(sync_path(directory.path() / "missing"), directory.path() / "missing");
  check_failed(sync_tree(directory.path() / "missing"), directory.path() / "missing");
  check_failed(sync_tree(directory.path() / "a/file"), directory.path() / "a/file");
}

}  // namespace guidepost
