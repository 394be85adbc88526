// What becomes of O*NET tables that are not as they are offered.
#include "indexer/source/onet_source.h"

#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

constexpr const char* occupations =
    "O*NET-SOC Code\tTitle\tDescription\n"
    "47-4021.00\tElevator Installers\tInstall lifts.\n";

TEST_CASE("an O*NET table that is missing, or lacks a column, is no data set", "[onet_source]") {
  const test::TemporaryDirectory directory;
  const auto opened = [&] {
    const auto source = OnetSource::open(directory.path());
    return source ? std::string("opened") : to_string(source.error());
  };
  const std::string folder = directory.path().string();
  CHECK_THAT(opened(), Catch::Contains("there is no \"Occupation Data.txt\""));
  directory.write("Occupation Data.txt", occupations);
  CHECK(opened() == "opened");
  directory.write("Skills.txt", "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\n");
  CHECK(opened() == folder +
                        "/Skills.txt:1: has no column `Data Value`; use the file as the "
                        "publisher offers it");
}

TEST_CASE("O*NET records that lack what makes them one are reported with their line",
          "[onet_source]") {
  const test::TemporaryDirectory directory;
  directory.write("Occupation Data.txt", std::string(occupations) +
                                             "47-4022.00\t\tNo title.\n\tNo code\tText.\n" +
                                             "47-4021.00\tInstallers again\tText.\n");
  directory.write("Task Statements.txt",
                  "O*NET-SOC Code\tTask ID\tTask\tTask Type\n"
                  "47-4021.00\t9\tTest brakes.\tCore\n47-4021.00\t9\tTest lamps.\tCore\n"
                  "47-4021.00\t\tTest doors.\tCore\n47-4021.00\t10\t\tCore\n");
  directory.write("Technology Skills.txt",
                  "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\t"
                  "In Demand\n47-4021.00\t\t1\tPlanning software\tY\tN\n");
  directory.write("Knowledge.txt",
                  "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\t"
                  "Recommend Suppress\n47-4021.00\t2.C.1\t\tIM\t4.00\tN\n"
                  "47-4021.00\t\tsuppressed\tIM\t4.00\tY\n");
  const auto source = OnetSource::open(directory.path());
  REQUIRE(source);
  const auto reads = read_all(**source);
  std::string problems;
  for (const SourceRead& read : reads) {
    if (!read.problems.empty()) problems += spelled(read.problems) + "\n";
  }
  const std::string mend = "; mend the record, or download the file again\n";
  CHECK(problems == "error 3: the occupation has no code or no title" + mend +
                        "error 4: the occupation has no code or no title" + mend +
                        "error 5: the occupation 47-4021.00 is there twice" + mend +
                        "error 3: the task 9 is there twice" + mend +
                        "error 4: the task has no id or no text" + mend +
                        "error 5: the task has no id or no text" + mend +
                        "error 2: the technology has no name" + mend +
                        "error 2: the element has no id or no name" + mend);
  REQUIRE(reads.size() == 9);
  REQUIRE(reads.back().item);
  const auto& guide = std::get<Guide>(*reads.back().item);
  CHECK(guide.title == "Elevator Installers");
  REQUIRE(guide.passages.size() == 1);
  CHECK(guide.passages[0].text == "Test brakes.");
}

}  // namespace
}  // namespace guidepost::indexer
