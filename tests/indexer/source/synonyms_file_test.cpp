#include "indexer/source/synonyms_file.h"

#include "indexer/source/source_reading.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

SynonymsRead read(const std::string& yaml) {
  const test::TemporaryDirectory directory;
  auto read = read_synonyms_file(directory.write("synonyms.yaml", yaml));
  REQUIRE(read);
  return std::move(*read);
}

using Texts = std::vector<std::string>;

struct Row {
  std::string yaml;
  SynonymRule rule;
};

TEST_CASE("a rule is one way or both ways, written in any of these forms", "[synonyms_file]") {
  const Texts both{"résumé", "cv", "curriculum vitae"};
  const Row row = GENERATE_COPY(values<Row>({
      {"- salary => pay, wage", {{"salary"}, {"pay", "wage"}}},
      {"- wfh, home office => remote", {{"wfh", "home office"}, {"remote"}}},
      {"- {from: salary, to: \"pay, wage\"}", {{"salary"}, {"pay", "wage"}}},
      {"- from: [wfh, home office]\n  to: [remote]", {{"wfh", "home office"}, {"remote"}}},
      {"- [résumé, cv, curriculum vitae]", {both, both}},
      {"- - résumé\n  - cv\n  - curriculum vitae", {both, both}},
      {"- [\"401\", pension]", {{"401", "pension"}, {"401", "pension"}}},
  }));
  CAPTURE(row.yaml);
  const SynonymsRead synonyms = read(row.yaml);
  CHECK(spelled(synonyms.problems).empty());
  REQUIRE(synonyms.rules.size() == 1);
  CHECK(synonyms.rules[0] == row.rule);
}

TEST_CASE("a rule that is wrong is left out and says why, with its line", "[synonyms_file]") {
  struct Wrong {
    std::string yaml;
    std::string problem;
  };
  const std::string forms =
      "; write `- salary => pay, wage` for one way, or `- [cv, resume]` for both";
  const Wrong row = GENERATE_COPY(values<Wrong>({
      {"salary", "error 2: a rule is text without =>" + forms},
      {"[cv]", "error 2: a rule of one text means nothing" + forms},
      {"[]", "error 2: a side of the rule is empty" + forms},
      {"[cv, 401]", "error 2: a text of the rule is a number; put it in quotes: \"401\""},
      {"[cv, [resume, vita]]", "error 2: a text of the rule is a list" + forms},
      {"=> pay", "error 2: a text of the rule has no word; remove it, or the comma beside it"},
      {"pay =>", "error 2: a text of the rule has no word; remove it, or the comma beside it"},
      {"pay => wage,",
       "error 2: a text of the rule has no word; remove it, or the comma beside it"},
      {"{from: pay}", "error 2: no `to`; add a line `to: ...`"},
      {"{from: pay, two: wage}",
       "error 2: unknown key `two`; did you mean `to`?\nerror 2: no `to`; add a line `to: ...`"},
      {"a b c d e f g h i => j",
       "error 2: a text of the rule has 9 words, 17 bytes; at most 8 words and 120 bytes are "
       "allowed"},
  }));
  CAPTURE(row.yaml);
  const SynonymsRead synonyms = read("- one => two\n- " + row.yaml + "\n- three => four\n");
  CHECK(spelled(synonyms.problems) == row.problem);
  CHECK(synonyms.rejected == 1);
  CHECK(synonyms.rules.size() == 2);
}

TEST_CASE("a file that is no list of rules is one problem; an empty one is none",
          "[synonyms_file]") {
  CHECK(read("").problems.empty());
  CHECK(read("# nothing yet\n").rules.empty());
  CHECK(read("{a: b}").rejected == 1);
  CHECK(read("- [a\n").rejected == 1);
  CHECK(read("- a => \xff\n").rejected == 1);
  CHECK_FALSE(read_synonyms_file("/nowhere/synonyms.yaml"));
}

TEST_CASE("of very many rules the first are read", "[synonyms_file]") {
  std::string yaml;
  for (std::size_t i = 0; i < most_synonym_rules + 5; ++i) {
    yaml += "- [a" + std::to_string(i) + ", b]\n";
  }
  const SynonymsRead synonyms = read(yaml);
  CHECK(synonyms.rules.size() == most_synonym_rules);
  CHECK(spelled(synonyms.problems) ==
        "error 10001: there are more than 10000 rules; this one and those below it are left out: "
        "write fewer");
}

}  // namespace
}  // namespace guidepost::indexer
