#include "core/eval/trec.h"

#include "core/index/files.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <sstream>

namespace guidepost {

TEST_CASE("topics are an id, a tab and a text", "[trec]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "topics.tsv";
  REQUIRE(write_file(file, "1\tc++ developer\tbucket\r\n\n2\tcomma, tab\n1\tagain\n"));
  const auto topics = read_topics(file);
  REQUIRE(topics);
  REQUIRE(topics->size() == 3);
  CHECK((*topics)[0].text == "c++ developer");
  CHECK((*topics)[1].text == "comma, tab");
  CHECK((*topics)[2].id == "1");
}

TEST_CASE("a broken line is an error that says where", "[trec]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "file";
  REQUIRE(write_file(file, "1 0 a 1\n1 0 a one\n"));
  const auto judgements = read_judgements(file);
  REQUIRE_FALSE(judgements);
  CHECK(judgements.error().where.line == 2);
  CHECK_FALSE(read_topics(file));
  CHECK_FALSE(read_run(file));
  CHECK_FALSE(read_topics(directory.path() / "not there"));
}

TEST_CASE("a run is ordered by score, ties by document descending", "[trec]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "run";
  REQUIRE(write_file(file, "1 Q0 a 9 2.5 x\n1 Q0 b 1 3e0 x\n1 Q0 c 1 2.5 x\n"));
  const auto run = read_run(file);
  REQUIRE(run);
  CHECK(run->at("1") == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("the order of a run survives being written, equal scores included", "[trec]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "run";
  std::ostringstream out;
  write_run(out, "7", {{"a", 1}, {"Microsoft Excel", 1}, {"z", 1}, {"b", 0.5}}, "guidepost");
  REQUIRE(write_file(file, out.str()));
  const auto run = read_run(file);
  REQUIRE(run);
  CHECK(run->at("7") == std::vector<std::string>{"a", "Microsoft_Excel", "z", "b"});
}

}  // namespace guidepost
