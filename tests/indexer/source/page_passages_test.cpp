#include "indexer/source/page_passages.h"

#include "core/text/utf8.h"
#include "indexer/source/passage_anchors.h"
#include "indexer/source/source_reading.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

struct Page {
  std::vector<Passage> passages;
  std::string problems;
};

Page page_of(const std::string& markdown, const std::string& id = "page",
             std::vector<std::string> heading_ids = {}) {
  ProblemList problems("f");
  const auto blocks = markdown_blocks(markdown, "f", 1, RawHtml::read);
  REQUIRE(blocks);
  Page page{page_passages(id, "My page", *blocks, heading_ids, problems), {}};
  page.problems = spelled(std::move(problems).take());
  return page;
}

// "line section-anchor form [title] text", one passage a line.
std::string spelled_passages(const Page& page) {
  std::string lines;
  for (const Passage& passage : page.passages) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(passage.line) + ' ' + passage.section_anchor + ' ';
    lines += std::string(name_of(passage.form)) + " [" + passage.title + "] ";
    for (const char c : passage.text) lines += c == '\n' ? "\\n" : std::string(1, c);
  }
  return lines;
}

TEST_CASE("what becomes a passage of anybody's page", "[page_passages]") {
  const auto [markdown, passages] = GENERATE(table<std::string, std::string>({
      {"Before.\n\n# Guide\nOne.\n\n## Part\n- a\n- b\n  - c\n",
       "1  paragraph [] Before.\n"
       "4 guide paragraph [] One.\n"
       "7 part tip [] a\n"
       "8 part tip [] b\\n- c"},
      {"# A\n# B\n## C\n", ""},
      {"### Deep\nText.\n\n> quoted\n",
       "2 deep paragraph [Deep] Text.\n4 deep paragraph [Deep] quoted"},
      // a question takes all of its answer
      {"## Is it hard?\nYes.\n\n- very\n\n### Why\nNights.\n",
       "1 is-it-hard question [Is it hard?] Yes.\\n\\n- very\n"
       "7 why paragraph [Why] Nights."},
      {"## Is it hard?\n## Pay?\nFair.\n", "2 pay question [Pay?] Fair."},
      {"## 難しい？\nはい。\n", "1 難しい question [難しい？] はい。"},
      // code
      {"Run this:\n\n```\nmake\n```\n", "1  paragraph [] Run this:\\n\\nmake"},
      {"- Write it:\n- Run it:\n\n```\nmake\n```\n",
       "1  tip [] Write it:\n2  tip [] Run it:\\n\\nmake"},
      {"- Done.\n\n```\nmake\n```\n", "1  tip [] Done.\n3  paragraph [] make"},
      // what only introduces
      {"Such as:\n\n- a\n- b\n", "3  tip [] a\n4  tip [] b"},
      {"Such as:\n\nText.\n", "1  paragraph [] Such as:\n3  paragraph [] Text."},
      {"A sentence of forty bytes, or even more, is kept:\n\n- a\n",
       "1  paragraph [] A sentence of forty bytes, or even more, is kept:\n3  tip [] a"},
      // tables
      {"| Sort | Time | |\n|---|---|---|\n| Quick | n log n | x |\n| Bubble | | |\n",
       "3  paragraph [] Sort: Quick | Time: n log n | x\n"
       "4  paragraph [] Sort: Bubble"},
      {"<table><tr><td>a</td><td>b</td></tr></table>\n", "1  paragraph [] a | b"},
      // navigation
      {"- [A](#a)\n- [B](#b)\n  - [C](#c)\n\nText.\n", "5  paragraph [] Text."},
      {"- [A](a.md)\n- [B](../b/)\n- see [C](c.md)\n", "3  tip [] see C"},
      {"[English](README.md) | [Deutsch](https://x.y) ∙ [日本語](ja.md)\n\n[Top](#top)\n", ""},
      {"[![Build](https://x.y/b.svg)](https://x.y) ![Logo](logo.png)\n", ""},
      {"![The five steps from the first call to the offer](steps.png)\n",
       "1  paragraph [] The five steps from the first call to the offer"},
      {"- [One](https://a.b)\n- [Two](https://c.d)\n- own words\n- [Three](https://e.f)\n",
       "1  tip [] - One\\n- Two\n3  tip [] own words\n4  tip [] Three"},
      {"- [CV template](cv.docx)\n", "1  tip [] CV template"},
      {"***\n\n&nbsp;\n\n→ …\n", ""},
      // headings with signs around them
      {"## [[⬆]](#top) Questions ¶\na\n", "2 -questions- paragraph [] a"},
  }));
  CAPTURE(markdown);
  CHECK(spelled_passages(page_of(markdown)) == passages);
}

TEST_CASE("a passage of a page says where it stands", "[page_passages]") {
  const Page page =
      page_of("Top.\n\n## Interview prep\nA.\n\n### Phone {#x}\nB.\n\n## FAQ\nC.\n\n# End\nD.\n",
              "docs/page", {"", "phone-screen"});
  REQUIRE(page.passages.size() == 5);
  const auto& [top, interview, phone, faq, end] = std::tie(
      page.passages[0], page.passages[1], page.passages[2], page.passages[3], page.passages[4]);
  CHECK(top.section_title == "My page");
  CHECK(top.section_anchor.empty());
  CHECK(top.anchor == std::to_string(passage_number("", "Top.")));
  CHECK(top.id == "docs/page#" + top.anchor);
  CHECK(interview.section == SectionKind::interview);
  CHECK(interview.section_title == "Interview prep");
  CHECK(interview.section_anchor == "interview-prep");
  CHECK(interview.anchor == "interview-prep-" + std::to_string(passage_number("", "A.")));
  CHECK(phone.section_anchor == "phone-screen");
  CHECK(phone.section == SectionKind::interview);  // as the heading above it
  CHECK(faq.section == SectionKind::faq);
  CHECK(end.section == SectionKind::other);
}

TEST_CASE("an id of a page is the same when its neighbours change", "[page_passages]") {
  const auto id_of = [](const std::string& markdown) {
    for (const Passage& passage : page_of(markdown).passages) {
      if (passage.text == "mine") return passage.id;
    }
    return std::string("absent");
  };
  const std::string before = id_of("## CV\n- one\n- mine\n- two\n");
  CHECK(before != "absent");
  const auto [markdown, is_same] = GENERATE(table<std::string, bool>({
      {"## CV\n- mine\n", true},
      {"## CV\nNew.\n\n- two\n- mine\n", true},
      {"# Top\nmine\n## CV\n- one\n- mine\n", false},  // the first one stands in another section
      {"## Resume\n- mine\n", false},
  }));
  CAPTURE(markdown);
  CHECK((id_of(markdown) == before) == is_same);
}

TEST_CASE("what stands in a section twice is left out", "[page_passages]") {
  const Page page = page_of("## A\n- x\n- y\n- x\n## B\n- x\n");
  CHECK(page.passages.size() == 3);
  CHECK(page.problems ==
        "warning 4: the same text stands in line 2 of this section; this one is left out; remove "
        "one of the two");
}

TEST_CASE("ids are unique on a page whose headings repeat, and no longer than an id may be",
          "[page_passages]") {
  std::string markdown;
  for (int i = 0; i < 50; ++i) markdown += "## Same\n- a\n- b\n";
  markdown += "## " + std::string(5'000, 'h') + "\n- a\n## " + std::string(5'000, 'h') + "\n- a\n";
  for (const std::size_t id_bytes : {1U, 100U, 180U}) {
    const Page page = page_of(markdown, std::string(id_bytes, 'p'));
    std::set<std::string> ids;
    for (const Passage& passage : page.passages) {
      ids.insert(passage.id);
      CHECK(passage.id.size() <= 200);
      CHECK(passage.section_title.size() <= 200);
      CHECK(passage.section_anchor.size() <= 210);
    }
    CHECK(page.passages.size() == 102);
    CHECK(ids.size() == 102);
  }
}

TEST_CASE("a long text is several passages, cut where a reader would pause", "[page_passages]") {
  std::string sentences;
  while (sentences.size() < 20'000)
    sentences += "This is a sentence number " + std::to_string(sentences.size()) + ". ";
  std::string letters;
  for (int i = 0; letters.size() < 20'000; ++i) letters += i % 1'000 == 0 ? "e" : "é";
  std::string lines = "```\n";
  while (lines.size() < 20'000) lines += "a line of code, " + std::to_string(lines.size()) + "\n";
  lines += "```\n";
  const auto [text, end] = GENERATE_COPY(
      table<std::string, std::string>({{sentences, "."}, {letters, "é"}, {lines, ""}}));
  const Page page = page_of("## A\n" + text);
  CHECK(page.passages.size() == 3);
  std::size_t bytes = 0;
  for (const Passage& passage : page.passages) {
    CHECK(passage.text.size() <= most_passage_bytes);
    CHECK(passage.text.ends_with(end));
    CHECK_FALSE(first_invalid_utf8(passage.text));
    bytes += passage.text.size();
  }
  CHECK(bytes > 19'900);
}

TEST_CASE("a hostile page costs no more than its size", "[page_passages]") {
  // A heading of half a megabyte above a hundred thousand items.
  std::string markdown = "## " + std::string(500'000, 'h') + "?!\n";
  for (int i = 0; i < 50'000; ++i) markdown += "- " + std::to_string(i) + "\n";
  const Page page = page_of(markdown);
  CHECK(page.passages.size() == 50'000);
  CHECK(page.passages.front().section_title.size() == 200);
}

}  // namespace
}  // namespace guidepost::indexer
