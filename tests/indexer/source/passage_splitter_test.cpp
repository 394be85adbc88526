#include "indexer/source/passage_splitter.h"

#include "indexer/source/passage_anchors.h"
#include "indexer/source/source_reading.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

struct Split {
  std::vector<Passage> passages;
  std::string problems;
};

Split split(const std::string& markdown) {
  ProblemList problems("f");
  const auto blocks = markdown_blocks(markdown, "f", 1);
  REQUIRE(blocks);
  Split result{split_passages("nurse", *blocks, problems), {}};
  result.problems = spelled(std::move(problems).take());
  return result;
}

// "line anchor-of-section form [title] text", one passage a line.
std::string passages_of(const std::string& markdown) {
  std::string lines;
  for (const Passage& passage : split(markdown).passages) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(passage.line) + ' ' + passage.section_anchor + ' ';
    lines += std::string(name_of(passage.form)) + " [" + passage.title + "] ";
    for (const char c : passage.text) lines += c == '\n' ? "\\n" : std::string(1, c);
  }
  return lines;
}

std::string anchor_of(const std::string& markdown, const std::string& text) {
  for (const Passage& passage : split(markdown).passages) {
    if (passage.text == text) return passage.anchor;
  }
  return "absent";
}

TEST_CASE("what becomes a passage, of which section, with which title", "[passage_splitter]") {
  const auto [markdown, passages] = GENERATE(table<std::string, std::string>({
      {"## Overview\nOne.\n\nTwo.\n",
       "2 overview paragraph [] One.\n"
       "4 overview paragraph [] Two."},
      {"## Interview Prep\n- a\n  - b\n- c\n",
       "2 interview tip [] a\\n- b\n"
       "4 interview tip [] c"},
      {"## Tools\n> q\n\n```\ncode\n```\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
       "2 tools paragraph [] q\n"
       "4 tools paragraph [] code\n"
       "10 tools paragraph [] 1 | 2"},
      {"## CV\n- a\n### Layout\n- b\n#### Margins\nc\n## Outreach\nd",
       "2 cv tip [] a\n"
       "4 cv tip [Layout] b\n"
       "6 cv paragraph [Margins] c\n"
       "8 outreach paragraph [] d"},
      {"## FAQ\n### Is it hard?\nYes.\n\n- very\n- very often\n\n#### Why\nNights.\n### "
       "Pay?\nFair.\n",
       "2 faq question [Is it hard?] Yes.\\n\\n- very\\n- very often\\n\\nWhy\\n\\nNights.\n"
       "10 faq question [Pay?] Fair."},
      {"## FAQ\nAsk us.\n", "2 faq paragraph [] Ask us."},
      {"## Pay & perks\nx\n\n## \u6280\u80FD\ny\n",
       "2 pay-perks paragraph [] x\n"
       "5 other paragraph [] y"},
      {"A day as Nurse\n---\nBusy.\n", "3 day paragraph [] Busy."},
      {"# Title\nlost\n## Overview\nkept", "4 overview paragraph [] kept"},
  }));
  CAPTURE(markdown);
  CHECK(passages_of(markdown) == passages);
}

TEST_CASE("a passage says where it stands", "[passage_splitter]") {
  const Split result = split("## A day as Nurse\nBusy.\n");
  REQUIRE(result.passages.size() == 1);
  const Passage& passage = result.passages.front();
  CHECK(passage.section == SectionKind::day);
  CHECK(passage.section_title == "A day as Nurse");
  CHECK(passage.anchor == "day-" + std::to_string(passage_number("", "Busy.")));
  CHECK(passage.id == "nurse#" + passage.anchor);
  CHECK(result.problems.empty());
}

TEST_CASE("an id is the same when its neighbours change, and another when its words do",
          "[passage_splitter]") {
  const std::string before = anchor_of("## CV\n- one\n- mine\n- two\n", "mine");
  CHECK(before != "absent");
  const auto [what, markdown] = GENERATE(table<std::string, std::string>({
      {"insert", "## CV\n- new\n- one\n- mine\n- two\n"},
      {"move", "## CV\n- two\n- one\n- mine\n"},
      {"delete", "## CV\n- mine\n"},
      {"edit a neighbour", "## CV\n- changed\n- mine\n- two\n"},
      {"another section before", "## Overview\n- mine\n## CV\n- mine\n"},
      {"another spelling of the heading", "## R\u00E9sum\u00E9\n- mine\n"},
      {"a paragraph, not an item", "## CV\nmine\n"},
      {"emphasis", "## CV\n- *mine*\n"},
  }));
  CAPTURE(what);
  const auto passages = split(markdown).passages;
  CHECK(std::any_of(passages.begin(), passages.end(),
                    [&](const Passage& passage) { return passage.anchor == before; }));
  CHECK(anchor_of("## CV\n- mine!\n", "mine!") != before);
  CHECK(anchor_of("## CV\n### Title\n- mine\n", "mine") != before);
}

TEST_CASE("the number is of the words, not of the white space between them", "[passage_splitter]") {
  CHECK(passage_number("", "a b c") == passage_number("", "a  b\n\nc"));
  CHECK(passage_number("t", "a") != passage_number("", "t a"));
  // Published links hold these numbers: a change here breaks every one of them.
  CHECK(passage_number("", "Busy.") == 135792);
}

TEST_CASE("two passages with one number step aside", "[passage_splitter]") {
  // Found by search: of so many short texts some share a number.
  std::string markdown = "## CV\n";
  std::string first;
  std::string second;
  std::vector<std::string> owner(1'000'000);
  for (int i = 0; second.empty(); ++i) {
    std::string text = "tip " + std::to_string(i);
    std::string& known = owner[passage_number("", text)];
    if (!known.empty()) {
      first = known;
      second = text;
    }
    known = text;
  }
  const unsigned number = passage_number("", first);
  const Split result = split("## CV\n- " + first + "\n- " + second + "\n");
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[0].anchor == "cv-" + std::to_string(number));
  CHECK(result.passages[1].anchor == "cv-" + std::to_string((number + 1) % 1'000'000));
}

TEST_CASE("anchors are unique on a page whose headings repeat", "[passage_splitter]") {
  const Split result = split(
      "## Interview\na\n## Interview prep\na\n## Interview 2\na\n## Pay\na\n## Pay!\na\n"
      "## Interviews\na\n");
  std::set<std::string> anchors;
  std::set<std::string> sections;
  for (const Passage& passage : result.passages) {
    anchors.insert(passage.anchor);
    sections.insert(passage.section_anchor);
  }
  CHECK(anchors.size() == 6);
  CHECK(sections == std::set<std::string>{"interview", "interview-2", "interview-2-2",
                                          "interview-3", "pay", "pay-2"});
}

TEST_CASE("what the grammar warns of is reported with its line", "[passage_splitter]") {
  const auto [markdown, problems] = GENERATE(table<std::string, std::string>({
      {"Hello.\n\n## CV\na",
       "warning 1: text before the first heading of level 2 is left out; put it under a heading "
       "like `## Overview`"},
      {"# Nurse\n## CV\na",
       "warning 1: a heading of level 1 begins no section; write `## Nurse`, or remove it: the "
       "title is a key"},
      {"## CV\n## Tools\na",
       "warning 1: the section `CV` is empty; write text or a list, or remove the heading"},
      {"## CV\n<!-- later -->\n## Tools\na",
       "warning 1: the section `CV` is empty; write text or a list, or remove the heading"},
      {"## CV\na\n## Resume\nb",
       "warning 3: the section `cv` is there twice; join it with the one in line 1"},
      {"## CV\n### Layout\n### Length\na",
       "warning 2: nothing stands below this heading; write text, or remove it"},
      {"## FAQ\n### Pay?\n### Hours?\nLong.",
       "warning 2: the question has no answer; write one below it"},
      {"## CV\n- a\n- b\n- a\n",
       "warning 4: the same passage stands in line 2 of this section; this one is left out; remove "
       "one of the two"},
      {"<!-- nothing -->",
       "error 0: the guide has no passages; write text or a list under a heading like `## "
       "Overview`"},
      {"## CV\na\n## Tools\na", ""},
  }));
  CAPTURE(markdown);
  CHECK(split(markdown).problems == problems);
}

TEST_CASE("a heading longer than anybody writes is cut, or it would stand on every passage",
          "[passage_splitter]") {
  const std::string heading(300, 'h');
  const Split result = split("## " + heading + "\na\n\n### " + heading + "\nb\n");
  REQUIRE(result.passages.size() == 2);
  CHECK(result.passages[0].section_title == std::string(200, 'h'));
  CHECK(result.passages[1].title == std::string(200, 'h'));
  CHECK(result.problems ==
        "warning 1: a heading of more than 200 bytes is cut; write a shorter one\n"
        "warning 4: a heading of more than 200 bytes is cut; write a shorter one");
}

TEST_CASE("a file of nothing but repetitions is reported once a page, not a million times",
          "[passage_splitter]") {
  std::string markdown = "## CV\n";
  for (int i = 0; i < 5'000; ++i) markdown += "- a\n";
  const Split result = split(markdown);
  CHECK(result.passages.size() == 1);
  CHECK(std::count(result.problems.begin(), result.problems.end(), '\n') == 100);
  CHECK_THAT(result.problems,
             Catch::EndsWith("4899 more problems in this file; mend the ones above "
                             "first"));
}

}  // namespace
}  // namespace guidepost::indexer
