// Files of JSON Lines: what counts as a line, and what a key may hold. What the fields mean is in flat_item_test.cpp.
#include "indexer/source/jsonl_source.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const std::string item_a = R"({"id":"a","body":"x"})";
const std::string item_b = R"({"id":"b","body":"x"})";

std::vector<SourceRead> reads_of(const std::string& bytes) {
  const test::TemporaryDirectory directory;
  const auto source = JsonlSource::open({directory.write("x.jsonl", bytes)});
  REQUIRE(source);
  return read_all(**source);
}

/// "3 a" for the item a of line 3; the problems of what is no item.
Lines outcomes_of(const std::vector<SourceRead>& reads) {
  Lines lines;
  for (const SourceRead& read : reads) {
    if (!read.item) {
      lines.push_back(spelled(read.problems));
      continue;
    }
    const auto& lone = std::get<LonePassage>(*read.item);
    lines.push_back(std::to_string(lone.where.line) + " " + lone.passage.id);
  }
  return lines;
}

LonePassage only_item(const std::string& line) {
  std::vector<SourceRead> reads = reads_of(line + "\n");
  REQUIRE(reads.size() == 1);
  INFO(spelled(reads[0].problems));
  REQUIRE(reads[0].item);
  CHECK(reads[0].problems.empty());
  return std::get<LonePassage>(std::move(*reads[0].item));
}

/// The item with further keys: `"title":"x"`.
LonePassage item_with(const std::string& keys) {
  return only_item(R"({"id":"a","body":"x",)" + keys + "}");
}

TEST_CASE("every line that is not blank is an item", "[jsonl_source]") {
  const std::string mark = "\xEF\xBB\xBF";
  const auto [bytes, items] = GENERATE_COPY(table<std::string, Lines>({
      {item_a + "\n" + item_b + "\n", {"1 a", "2 b"}},
      {item_a + "\n" + item_b, {"1 a", "2 b"}},
      {"\n \t\n" + item_a + "\r\n\r\n " + item_b, {"3 a", "5 b"}},
      {mark + item_a + "\n" + item_b, {"1 a", "2 b"}},
      {mark, {}},
      {"", {}},
  }));
  CAPTURE(bytes);
  CHECK(outcomes_of(reads_of(bytes)) == items);
}

TEST_CASE("a broken line is refused, and the next one read", "[jsonl_source]") {
  const auto [line, message] = GENERATE(table<std::string, std::string>({
      {"{", "is no JSON: "},
      {item_a + item_b, "is no JSON: "},
      {R"({"id":"c","body":"x",})", "is no JSON: "},
      {"{\"id\":\"c\",\"body\":\"\xFF\"}", "is no JSON: "},
      {std::string(100'000, '['), "is no JSON: "},
      {"[" + item_a + "]", "is no JSON object"},
      {"null", "is no JSON object"},
      {R"({"id":"c","body":")" + std::string(JsonlSource::most_line_bytes, 'x') + "\"}",
       "the line has more than 4000000 bytes"},
  }));
  CAPTURE(line.substr(0, 40));
  const auto reads = reads_of(item_a + "\n" + line + "\n" + item_b + "\n");
  REQUIRE(reads.size() == 3);
  CHECK(reads[0].item);
  CHECK_FALSE(reads[1].item);
  REQUIRE(reads[1].problems.size() == 1);
  CHECK(reads[1].problems[0].severity == Severity::error);
  CHECK(reads[1].problems[0].error.where.line == 2);
  CHECK_THAT(reads[1].problems[0].error.message, Catch::StartsWith(message));
  CHECK(outcomes_of(reads).back() == "3 b");
}

TEST_CASE("a line may be as long as it may be", "[jsonl_source]") {
  const std::string begin = R"({"id":"a","body":")";
  const std::string end = "\"}";
  const std::string body(JsonlSource::most_line_bytes - begin.size() - end.size(), 'x');
  const auto reads = reads_of(begin + body + end + "\r\n");
  REQUIRE(reads.size() == 1);
  REQUIRE(reads[0].item);
  CHECK(std::get<LonePassage>(*reads[0].item).passage.text.size() == 1'000'000);
  CHECK(spelled(reads[0].problems) == "warning 1: the body of a is cut to 1000000 bytes; split it");
}

TEST_CASE("a number is an id as good as its digits", "[jsonl_source]") {
  const auto id = GENERATE(as<std::string>{}, "-7", "9007199254740993", "9223372036854775807",
                           "9223372036854775808", "18446744073709551615");
  CHECK(only_item("{\"id\":" + id + R"(,"body":"x"})").passage.id == id);
}

TEST_CASE("a key of the wrong type is named, once", "[jsonl_source]") {
  const auto [line, problem] = GENERATE(table<std::string, std::string>({
      {R"({"id":1.5,"body":"x"})", "the key id is no text"},
      {R"({"id":"a","body":["x"]})", "the key body is no text"},
      {R"({"id":"a","body":"x","aliases":["y",null]})", "the key aliases is no list of texts"},
      {R"({"id":"a","body":"x","level":7})", "the key level is no list of texts"},
      {R"({"id":"a","body":"x","levels":{}})", "the key levels is no list of texts"},
      {R"({"id":"a","body":"x","skills":[{"name":"sql"}]})",
       R"(the key skills is no list of texts or of {"id": ..., "importance": 1 to 5})"},
  }));
  CAPTURE(line);
  CHECK(outcomes_of(reads_of(line)) == Lines{"error 1: " + problem + "; mend the line"});
}

TEST_CASE("a skill's importance is a whole number, however it is written", "[jsonl_source]") {
  const auto [written, importance] = GENERATE(table<std::string, int>({{"4", 4},
                                                                       {"4.0", 4},
                                                                       {"\"5\"", 5},
                                                                       {"0", 1},
                                                                       {"1e300", 5},
                                                                       {"4.5", 3},
                                                                       {"\"high\"", 3},
                                                                       {"null", 3}}));
  CAPTURE(written);
  const auto reads =
      reads_of(R"({"id":"a","type":"guide","body":"x","skills":[{"id":"sql","importance":)" +
               written + "}]}");
  REQUIRE(reads.size() == 1);
  REQUIRE(reads[0].item);
  CHECK(std::get<Guide>(*reads[0].item).skills == std::vector<SkillUse>{{"sql", importance}});
}

TEST_CASE("a text is a list of one, null is nothing, and the last of a key counts",
          "[jsonl_source]") {
  const LonePassage item =
      item_with(R"("title":"one","title":"two","level":"senior","family":null,"aliases":["y","z"],)"
                R"("aliases":"w","skills":"c","skills":["",{"id":"sql"}],"type":null)");
  CHECK(item.passage.title == "two");
  CHECK(item.levels == Lines{"senior"});
  CHECK(item.families.empty());
  CHECK(item.aliases == Lines{"w"});
  CHECK(item.passage.skills == Lines{"sql"});
  CHECK(item.extra.empty());
  CHECK(outcomes_of(reads_of(R"({"id":null,"body":"x"})")) ==
        Lines{"error 1: has no id; give it one that no other has"});
}

TEST_CASE("unknown keys are kept as they are written, each once", "[jsonl_source]") {
  const auto [keys, extra] = GENERATE(table<std::string, std::string>({
      {R"("z":1,"a":{"b":[1.5,true,null,"é"]})", R"({"z":1,"a":{"b":[1.5,true,null,"é"]}})"},
      {R"("Title" : [ 1 , { } ] )", R"({"Title":[1,{}]})"},
      {R"("a\"b\\c":"d\ne")", R"({"a\"b\\c":"d\ne"})"},
      {R"("z":1,"title":"t","y":2,"z":3)", R"({"z":3,"y":2})"},
  }));
  CAPTURE(keys);
  CHECK(item_with(keys).extra == extra);
}

TEST_CASE("unknown keys that are too long are left out, with a warning", "[jsonl_source]") {
  const auto reads =
      reads_of(R"({"z":")" + std::string(70'000, 'x') + R"(","y":1,"id":"a","body":"x"})");
  REQUIRE(reads.size() == 1);
  REQUIRE(reads[0].item);
  CHECK(std::get<LonePassage>(*reads[0].item).extra.empty());
  CHECK(spelled(reads[0].problems) ==
        "warning 1: the unknown keys of a are too long to keep; keep them below 64 KB");
  const auto long_id = reads_of(R"({"z":")" + std::string(70'000, 'x') + R"(","id":")" +
                                std::string(100'000, 'a') + "\"}");
  CHECK(spelled(long_id.at(0).problems).size() < 1'000);
}

TEST_CASE("files are read one after the other, packed ones too, and again", "[jsonl_source]") {
  const test::TemporaryDirectory directory;
  const std::vector<fs::path> files{
      directory.write("b.jsonl", item_b + "\n"), directory.write("empty.jsonl", ""),
      write_packed(directory.path() / "a.jsonl.gz", "\n" + item_a + "\n"),
      write_packed(directory.path() / "a-by-its-bytes.jsonl", item_a)};
  const auto source = JsonlSource::open(files);
  REQUIRE(source);
  CHECK((*source)->files() == files);
  for (int time = 0; time < 2; ++time) {
    CHECK((*source)->progress() == 0.0);
    CHECK(outcomes_of(read_all(**source)) == Lines{"1 b", "2 a", "1 a"});
    CHECK_FALSE((*source)->next());
    CHECK((*source)->progress() == 1.0);
    (*source)->rewind();
  }
}

TEST_CASE("a file that breaks off does not take the others with it", "[jsonl_source]") {
  const test::TemporaryDirectory directory;
  write_packed(directory.path() / "whole.gz", item_a + "\n" + item_b + "\n");
  std::string bytes = directory.read("whole.gz");
  bytes.resize(bytes.size() - 8);  // the check sum behind the data
  const fs::path gone = directory.write("gone.jsonl", item_a);
  const auto source = JsonlSource::open(
      {directory.write("cut.jsonl.gz", bytes), gone, directory.write("last.jsonl", item_b)});
  REQUIRE(source);
  fs::remove(gone);
  const auto reads = read_all(**source);
  const Lines lines = outcomes_of(reads);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "1 a");
  CHECK(lines[1] == "2 b");
  CHECK_THAT(lines[2], Catch::StartsWith("error 0: the gzip data ends too early"));
  CHECK_THAT(lines[3], Catch::StartsWith("error 0: cannot be opened: "));
  CHECK(reads[3].problems[0].error.where.file == gone.string());
  CHECK(lines[4] == "1 b");
}

TEST_CASE("a file that is not there is an error at once", "[jsonl_source]") {
  const test::TemporaryDirectory directory;
  const fs::path good = directory.write("x.jsonl", item_a);
  for (const fs::path& bad : {directory.path() / "missing.jsonl", directory.path()}) {
    const auto source = JsonlSource::open({good, bad});
    REQUIRE_FALSE(source);
    CHECK(source.error().code == ErrorCode::io_failed);
    CHECK(source.error().where.file == bad.string());
  }
}

}  // namespace
}  // namespace guidepost::indexer
