// What becomes of ESCO tables that are not as the portal offers them.
#include "indexer/source/esco_source.h"

#include "indexer/source/packed_file.h"
#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

const std::string occupation_header =
    "conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description,definition,code,"
    "status\n";
const std::string skill_header =
    "conceptUri,skillType,preferredLabel,altLabels,hiddenLabels,description,definition,status\n";

std::string occupation(const std::string& uri, const std::string& label) {
  return uri + ",2654," + label + ",,,Keeps lamps.,,2654.1,released\n";
}

std::string skill(const std::string& uri, const std::string& label) {
  return uri + ",knowledge," + label + ",,,Cutting wicks.,,released\n";
}

std::vector<SourceRead> read(const test::TemporaryDirectory& directory) {
  const auto source = EscoSource::open(directory.path());
  REQUIRE(source);
  return read_all(**source);
}

std::size_t rejected(const std::vector<SourceRead>& reads) {
  return static_cast<std::size_t>(
      std::count_if(reads.begin(), reads.end(), [](const SourceRead& read) { return !read.item; }));
}

TEST_CASE("a table that is missing, or lacks a column, is no data set", "[esco_source]") {
  const test::TemporaryDirectory directory;
  const auto opened = [&] {
    const auto source = EscoSource::open(directory.path());
    return source ? std::string("opened") : to_string(source.error());
  };
  const std::string folder = directory.path().string();
  CHECK_THAT(opened(), Catch::Contains("there is no occupations_<language>.csv"));
  directory.write("occupations_en.csv", occupation_header);
  CHECK_THAT(opened(), Catch::Contains("there is no skills_en.csv"));
  directory.write("skills_en.csv", skill_header);
  CHECK(opened() == "opened");
  directory.write("ISCOGroups_en.csv", "code,preferredLabel,description\n");
  CHECK(opened() == folder +
                        "/ISCOGroups_en.csv:1: has no column `altLabels`; use the file as the "
                        "publisher offers it");
  directory.write("ISCOGroups_en.csv", "");
  CHECK_THAT(opened(), Catch::Contains("ISCOGroups_en.csv:1: has no header line"));
  std::filesystem::remove(directory.path() / "ISCOGroups_en.csv");
  directory.write("occupations_en.csv", "conceptUri,preferredLabel\n");
  CHECK_THAT(opened(), Catch::Contains("occupations_en.csv:1: has no column `iscoGroup`"));
  std::filesystem::remove(directory.path() / "occupations_en.csv");
  directory.write("occupations_en.csv.bak", occupation_header);
  CHECK_THAT(opened(), Catch::Contains("there is no occupations_en.csv"));
  write_packed(directory.path() / "occupations_en.csv.gz", occupation_header);
  CHECK(opened() == "opened");
}

TEST_CASE("a record without a label or a URI is reported with its line", "[esco_source]") {
  const test::TemporaryDirectory directory;
  directory.write("occupations_en.csv", occupation_header + occupation("x/o1", "keeper") +
                                            occupation("x/o2", "") + occupation("", "warden"));
  directory.write("skills_en.csv", skill_header + skill("x/s1", "wicks") + skill("x/s2", " "));
  directory.write("skillGroups_en.csv", "conceptUri,preferredLabel\nx/g1,\n");
  directory.write("ISCOGroups_en.csv",
                  "code,preferredLabel,altLabels,description\n2,Keepers,,Text.\n,Wardens,,Text.\n");
  const auto reads = read(directory);
  std::string problems;
  for (const SourceRead& read : reads) {
    if (!read.problems.empty()) problems += spelled(read.problems) + "\n";
  }
  const std::string mend = "; mend the record, or download the file again\n";
  CHECK(problems == "error 2: the skill group has no URI or no preferred label" + mend +
                        "error 3: the ISCO group has no code or no preferred label" + mend +
                        "error 3: the skill has no URI or no preferred label" + mend +
                        "error 3: the occupation has no URI or no preferred label" + mend +
                        "error 4: the occupation has no URI or no preferred label" + mend);
  CHECK(rejected(reads) == 5);
  CHECK(reads.size() == 8);
}

TEST_CASE("every broken record counts, each with an error", "[esco_source]") {
  const test::TemporaryDirectory directory;
  std::string records;
  for (int i = 0; i < 2500; ++i) records += "too,few\n";
  directory.write("occupations_en.csv", occupation_header + records + occupation("x/o1", "keeper"));
  directory.write("skills_en.csv", skill_header + "too,few\n");
  directory.write("occupationSkillRelations_en.csv",
                  "occupationUri,relationType,skillUri\nx/o1,essential,x/gone\n");
  const auto source = EscoSource::open(directory.path());
  REQUIRE(source);
  for (int time = 0; time < 2; ++time) {
    (*source)->rewind();
    const auto reads = read_all(**source);
    CHECK((*source)->progress() == 1.0);
    CHECK(rejected(reads) == 2501);
    CHECK(reads.size() == 2502);
    CHECK(reads.back().item);
    for (const SourceRead& read : reads) {
      const bool has_error =
          std::any_of(read.problems.begin(), read.problems.end(),
                      [](const Problem& problem) { return problem.severity == Severity::error; });
      CHECK(has_error != read.item.has_value());
    }
    CHECK_THAT(spelled(reads[0].problems),
               Catch::StartsWith("warning 0: 1 relations name something that is not there"));
  }
}

}  // namespace
}  // namespace guidepost::indexer
