#include "indexer/source/source_text.h"

#include "indexer/source/packed_file.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

using namespace std::string_literals;

TEST_CASE("line ends and the byte order mark are not part of the text", "[source_text]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      {"one\ntwo\n", "one\ntwo\n"},
      {"one\r\ntwo\r\n", "one\ntwo\n"},
      {"one\rtwo", "one\ntwo"},
      {"one\n\r\ntwo\r", "one\n\ntwo\n"},
      {"\xEF\xBB\xBFone", "one"},
      {"caf\u00E9\tau lait", "caf\u00E9\tau lait"},
      {"", ""},
  }));
  CAPTURE(bytes);
  CHECK(source_text(bytes, "f").value() == text);
}

TEST_CASE("bytes that are not clean text are refused with their line", "[source_text]") {
  const auto [bytes, problem] = GENERATE(table<std::string, std::string>({
      {"one\nt\xFFwo", "f:2: not UTF-8 (byte 0xFF); save the file as UTF-8"},
      {"\n\n\xC3", "f:3: not UTF-8 (byte 0xC3); save the file as UTF-8"},
      {"\xFF\xFEo\0n\0"s, "f:1: UTF-16, not UTF-8; save the file as UTF-8"},
      {"one\n\0"s, "f:2: control character U+0000; remove it"},
      {"bell\a", "f:1: control character U+0007; remove it"},
      {"\n\x7F", "f:2: control character U+007F; remove it"},
      {"\n\u0085", "f:2: control character U+0085; remove it"},
      {std::string(1'000'001, 'a'), "f: larger than 1000000 bytes; split it into several files"},
  }));
  const auto text = source_text(bytes, "f");
  REQUIRE_FALSE(text);
  CHECK(to_string(text.error()) == problem);
}

TEST_CASE("a file is read up to a megabyte, and only a file", "[source_text]") {
  const test::TemporaryDirectory corpus;
  CHECK(read_source_text(corpus.write("full.md", std::string(1'000'000, 'a')))->size() ==
        1'000'000);
  CHECK(read_source_text(corpus.write("more.md", std::string(1'000'001, 'a'))).error().code ==
        ErrorCode::bad_input);
  CHECK(read_source_text(corpus.path()).error().code == ErrorCode::io_failed);
  CHECK(read_source_text(corpus.path() / "missing.md").error().code == ErrorCode::io_failed);
}

TEST_CASE("a packed file counts unpacked", "[source_text]") {
  const test::TemporaryDirectory corpus;
  CHECK(read_source_text(write_packed(corpus.path() / "a", "one\r\ntwo")).value() == "one\ntwo");
  CHECK(read_source_text(write_packed(corpus.path() / "b", std::string(1'000'001, 'a')))
            .error()
            .code == ErrorCode::bad_input);
}

}  // namespace
}  // namespace guidepost::indexer
