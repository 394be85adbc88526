// RFC 4180 and its abuses, record by record.
#include "indexer/source/csv_reader.h"

#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

struct Table {
  std::vector<std::vector<std::string>> records;
  std::vector<std::size_t> lines;
  std::vector<std::string> faults;
};

Table read(const std::string& text, CsvDialect dialect = {}) {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "t.csv";
  std::ofstream(file, std::ios::binary) << text;
  auto reader = CsvReader::open(file, dialect);
  REQUIRE(reader);
  Table table;
  CsvReader::Record record;
  while (true) {
    ProblemList problems("t.csv");
    const CsvReader::Step step = reader->next(record, problems);
    if (step == CsvReader::Step::end) return table;
    if (step == CsvReader::Step::record) {
      table.records.push_back(record.fields);
      table.lines.push_back(record.line);
    }
    for (const Problem& problem : std::move(problems).take()) {
      table.faults.push_back(std::to_string(problem.error.where.line) + ": " +
                             problem.error.message);
    }
  }
}

using Records = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("fields as RFC 4180 writes them", "[csv_reader]") {
  CHECK(read("a,b\n1,2\n").records == Records{{"1", "2"}});
  CHECK(read("a,b\r\n1,2\r\n").records == Records{{"1", "2"}});
  CHECK(read("a,b\n1,2").records == Records{{"1", "2"}});
  CHECK(read("a,b\n,\n").records == Records{{"", ""}});
  CHECK(read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n").records == Records{{"x, y", "say \"hi\""}});
  CHECK(read("a,b\n\"two\nlines\",2\n3,4\n").records == Records{{"two\nlines", "2"}, {"3", "4"}});
  CHECK(read("a,b\n\"\",x\"y\n").records == Records{{"", "x\"y"}});
  CHECK(read("a\tb\n\"x\"\t2\n", {'\t', false}).records == Records{{"\"x\"", "2"}});
  CHECK(read("a;b\n1;2\n", {';', true}).records == Records{{"1", "2"}});
}

TEST_CASE("a record knows the line it begins on", "[csv_reader]") {
  const Table table = read("a,b\n\"two\nlines\",2\n\n3,4\n");
  CHECK(table.lines == std::vector<std::size_t>{2, 5});
}

TEST_CASE("what is broken is named and passed over", "[csv_reader]") {
  const Table table = read("a,b\n1\n1,2,3\n4,5\n\"open,6\n7,8\n");
  CHECK(table.records == Records{{"4", "5"}});
  REQUIRE(table.faults.size() == 3);
  CHECK(table.faults[0] == "2: the record has 1 fields, the header 2");
  CHECK(table.faults[1] == "3: the record has 3 fields, the header 2");
  CHECK(table.faults[2] == "5: a quotation mark is not closed");
}

TEST_CASE("a record without end does not fill the memory", "[csv_reader]") {
  const Table table = read("a,b\n\"" + std::string(3'000'000, 'x') + "\n1,2\n");
  REQUIRE(table.faults.size() == 1);
  CHECK(table.faults[0] == "2: a quotation mark is not closed");
  CHECK(table.records == Records{{"1", "2"}});
}

TEST_CASE("a byte order mark is no part of the first column's name", "[csv_reader]") {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "t.csv";
  std::ofstream(file, std::ios::binary) << "\xef\xbb\xbfid,title\n1,x\n";
  const auto reader = CsvReader::open(file, {});
  REQUIRE(reader);
  CHECK(reader->column("id") == 0U);
  CHECK_FALSE(reader->column("ID"));
  std::ofstream(file, std::ios::binary) << "\n1,2\n";
  const auto empty = CsvReader::open(file, {});
  REQUIRE_FALSE(empty);
  CHECK(empty.error().where.line == 1);
}

}  // namespace guidepost::indexer
