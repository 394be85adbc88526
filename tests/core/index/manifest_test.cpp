// What a generation says of itself, as JSON and back.
#include "core/index/manifest.h"

#include "core/index/schema.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

Manifest small_manifest() {
  Manifest manifest;
  manifest.schema = schema::version;
  manifest.program = "0.1.0";
  manifest.generation = "000007";
  manifest.built_at = "2024-06-01T03:00:00Z";
  manifest.guides = 12;
  manifest.passages = 600;
  manifest.skills = 258;
  manifest.tips = 13;
  manifest.rejected = 2;
  manifest.build_seconds = 1.5;
  manifest.content_hash = "c0";
  manifest.context_hash = "c1";
  manifest.sources = {{"corpus", "guide", 24, 123456, "77aa"}};
  manifest.segments = {{"segment-000006", 800}, {"segment-000007", 83}};
  manifest.files = {{"xapian/postlist.glass", 1ULL << 40U, "00ff"}, {"words", 0, "99aa"}};
  return manifest;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a manifest read back is the one that was written", "[manifest]") {
  const auto read = decode_manifest(encode(small_manifest()), "manifest.json");
  REQUIRE(read);
  CHECK(read->schema == schema::version);
  CHECK(read->program == "0.1.0");
  CHECK(read->generation == "000007");
  CHECK(read->built_at == "2024-06-01T03:00:00Z");
  CHECK(read->guides == 12);
  CHECK(read->passages == 600);
  CHECK(read->skills == 258);
  CHECK(read->tips == 13);
  CHECK(read->rejected == 2);
  CHECK(read->build_seconds == 1.5);
  CHECK(read->content_hash == "c0");
  CHECK(read->context_hash == "c1");
  REQUIRE(read->sources.size() == 1);
  CHECK(read->sources[0].path == "corpus");
  CHECK(read->sources[0].format == "guide");
  CHECK(read->sources[0].files == 24);
  CHECK(read->sources[0].bytes == 123456);
  CHECK(read->sources[0].checksum == "77aa");
  REQUIRE(read->segments.size() == 2);
  CHECK(read->segments[1].name == "segment-000007");
  CHECK(read->segments[1].documents == 83);
  REQUIRE(read->files.size() == 2);
  CHECK(read->files[0].path == "xapian/postlist.glass");
  CHECK(read->files[0].bytes == 1ULL << 40U);
  CHECK(read->files[0].checksum == "00ff");
  CHECK(read->files[1].path == "words");
  CHECK(encode(*read) == encode(small_manifest()));
}

TEST_CASE("what was rejected is not a document", "[manifest]") {
  CHECK(small_manifest().documents() == 12 + 600 + 258 + 13);
  CHECK(Manifest().documents() == 0);
}

TEST_CASE("a manifest is text that ends with a line break", "[manifest]") {
  const std::string text = encode(small_manifest());
  CHECK(text.front() == '{');
  CHECK(text.ends_with("}\n"));
  CHECK_THAT(text, Catch::Contains("\"generation\": \"000007\""));
  CHECK_THAT(text, Catch::Contains("\"xxh3_128\": \"00ff\""));
}

TEST_CASE("a path that is no UTF-8 does not stop a manifest from being written", "[manifest]") {
  Manifest manifest = small_manifest();
  manifest.files = {{"bad\xff", 1, "00"}};
  CHECK(decode_manifest(encode(manifest), "manifest.json"));
}

TEST_CASE("a text that is no manifest is damage, and names the file", "[manifest]") {
  const std::string good = encode(small_manifest());
  const std::string text = GENERATE_COPY(
      std::string(), std::string("{}"), std::string("[]"), std::string("null"), std::string("7"),
      std::string("not JSON"), std::string("{\"schema\": 3}"), std::string(100000, '['), good + "x",
      replaced(good, "\"schema\": 3", "\"schema\": \"2\""),
      replaced(good, "\"guides\": 12", "\"guides\": null"),
      replaced(good, "\"tips\"", "\"tricks\""), replaced(good, "\"bytes\"", "\"size\""),
      replaced(good, "\"000007\"", "7"), replaced(good, "\"files\": [", "\"files\": [7, "));
  const auto read = decode_manifest(text, "the/manifest.json");
  CAPTURE(text.substr(0, 80));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::index_damaged);
  CHECK(read.error().where.file == "the/manifest.json");
}

TEST_CASE("a manifest in which one value was changed is refused", "[manifest]") {
  const std::string good = encode(small_manifest());
  const std::string text = GENERATE_COPY(replaced(good, "\"guides\": 12", "\"guides\": 13"),
                                         replaced(good, "c0", "c2"), replaced(good, "00ff", "00fe"),
                                         replaced(good, "segment-000006", "segment-000016"));
  const auto read = decode_manifest(text, "manifest.json");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::index_damaged);
}

TEST_CASE("of a manifest of another schema the schema is read, and nothing else", "[manifest]") {
  const auto read = decode_manifest(
      R"({"schema": 1, "program": "0.1.0", "generation": "000001", "built_at": "", "x": 1})", "m");
  REQUIRE(read);
  CHECK(read->schema == 1);
}

TEST_CASE("a manifest cut short is refused", "[manifest]") {
  const std::string text = encode(small_manifest());
  for (std::size_t size = 0; size + 1 < text.size(); ++size) {  // the last byte is the line break
    REQUIRE_FALSE(decode_manifest(text.substr(0, size), "manifest.json"));
  }
}

TEST_CASE("a manifest of a later program, with more in it, can still be read", "[manifest]") {
  const std::string text =
      replaced(encode(small_manifest()), "\"schema\": 3", "\"new\": [1, 2], \"schema\": 9");
  const auto read = decode_manifest(text, "manifest.json");
  REQUIRE(read);
  CHECK(read->schema == 9);  // whoever opens the generation says that it is too new
}

TEST_CASE("a manifest with one byte changed is refused or read", "[manifest]") {
  test::Dice dice(22);
  const std::string good = encode(small_manifest());
  for (int round = 0; round < 1000; ++round) {
    std::string text = good;
    text[dice.roll(text.size())] = static_cast<char>(dice.roll(256));
    const auto read = decode_manifest(text, "manifest.json");
    if (!read) REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
}

}  // namespace guidepost
