// Which words are passed over where reading all postings would take long, and what is said of them.
#include "core/search/common_words.h"

#include "support/generation_of_texts.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

/// Words and in how many documents they are.
const std::vector<std::pair<std::string, std::size_t>> frequencies{
    {"go", 9}, {"manage", 8}, {"golang", 2}, {"node", 2}};

test::Texts texts() {
  test::Texts texts(9);
  for (const auto& [word, documents] : frequencies) {
    for (std::size_t i = 0; i < documents; ++i) texts[i].push_back(word);
  }
  return texts;
}

WordGroup group(const std::string& text, const std::string& term) {
  return {text, GroupKind::word, {{{term}, Together::in_a_row, 1}}};
}

ReadWord word(const std::string& typed, const std::string& read_as,
              WordReading how = WordReading::typed) {
  return {typed, read_as, how};
}

struct Row {
  std::string what;
  std::vector<WordGroup> groups;
  std::vector<ReadWord> words;
  std::vector<std::string> left_out;  // as typed
};

}  // namespace

TEST_CASE("the words of groups that are left out are reported, and no others", "[common_words]") {
  const auto row = GENERATE(values<Row>({
      {"a word that is part of another",
       {group("go", "go"), group("golang", "golang")},
       {word("go", "go"), word("golang", "golang")},
       {"go"}},
      {"a word that stands in a kept group too",
       {group("go", "go"), group("go OR golang", "golang")},
       {word("go", "go"), word("golang", "golang")},
       {}},
      {"a corrected word",
       {group("go", "go"), group("golang", "golang")},
       {word("go", "go"), word("golnag", "golang", WordReading::corrected)},
       {"go"}},
      {"two forms of one word, of which the first is searched",
       {group("go", "go"), group("golang", "golang")},
       {word("golang", "golang"), word("golangs", "golangs"), word("go", "go")},
       {"go"}},
      {"a name of several words",
       {group("go manage", "go"), group("node.js", "node")},
       {word("go", "go"), word("manage", "manage"), word("node", "node"), word("js", "js")},
       {"go", "manage"}},
      {"capitals",
       {group("Manage", "manage"), group("Golang", "golang")},
       {word("Manage", "manage"), word("Golang", "golang")},
       {"Manage"}},
  }));
  CAPTURE(row.what);
  const test::TemporaryDirectory directory;
  const auto generation = test::generation_of({texts()}, directory.path());
  const PostingExecutor executor(*generation);
  std::vector<WordGroup> groups = row.groups;
  Interpretation interpretation;
  interpretation.words = row.words;
  leave_out_common(groups, executor, 3, interpretation);
  CHECK(groups == std::vector<WordGroup>{row.groups.back()});
  std::vector<std::string> left_out;
  for (const ReadWord& read : interpretation.words) {
    if (read.how == WordReading::stop_word) left_out.push_back(read.text);
  }
  CHECK(left_out == row.left_out);
}

TEST_CASE("what can be read is left as it is", "[common_words]") {
  const test::TemporaryDirectory directory;
  const auto generation = test::generation_of({texts()}, directory.path());
  std::vector<WordGroup> groups{group("go", "go"), group("golang", "golang")};
  Interpretation interpretation;
  interpretation.words = {word("go", "go"), word("golang", "golang"), word("x", "x")};
  leave_out_common(groups, PostingExecutor(*generation), 11, interpretation);
  CHECK(groups.size() == 2);
  for (const ReadWord& read : interpretation.words) CHECK(read.how == WordReading::typed);
}

}  // namespace guidepost
