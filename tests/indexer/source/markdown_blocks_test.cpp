#include "indexer/source/markdown_blocks.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

// "line kind text", one block a line, line feeds of the text written as "\n".
std::string spelled(const std::vector<Block>& blocks) {
  std::string lines;
  for (const Block& block : blocks) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(block.line) + ' ';
    switch (block.kind) {
      case BlockKind::heading:
        lines += "h" + std::to_string(block.level);
        break;
      case BlockKind::paragraph:
        lines += "paragraph";
        break;
      case BlockKind::item:
        lines += "item";
        break;
      case BlockKind::quote:
        lines += "quote";
        break;
      case BlockKind::code:
        lines += "code";
        break;
      case BlockKind::table_head:
        lines += "head";
        break;
      case BlockKind::table_row:
        lines += "row";
        break;
    }
    lines += ": ";
    for (const char c : block.text) lines += c == '\n' ? "\\n" : std::string(1, c);
  }
  return lines;
}

std::string blocks_of(const std::string& markdown) {
  const auto blocks = markdown_blocks(markdown, "f", 1);
  return blocks ? spelled(*blocks) : to_string(blocks.error());
}

TEST_CASE("Markdown becomes blocks of plain text with their lines", "[markdown_blocks]") {
  const auto [markdown, blocks] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"One\ntwo\n\nThree\n", "1 paragraph: One two\n4 paragraph: Three"},
      {"a  \nb\\\nc", "1 paragraph: a\\nb\\nc"},
      {"a<br>b", "1 paragraph: a\\nb"},
      {"*a* **b** `c d` ~~e~~ [f](http://x.y \"t\") ![g](h.png)", "1 paragraph: a b c d e f g"},
      {"5 &lt; 6 &amp; caf&eacute; &#233;&#x20AC; &unknown;",
       "1 paragraph: 5 < 6 & caf\u00E9 \u00E9\u20AC &unknown;"},
      {"a&nbsp;&#0;b\u00A0c", "1 paragraph: a \uFFFDb c"},
      // headings
      {"## The `std::move` *trap*\ntext", "1 h2: The std::move trap\n2 paragraph: text"},
      {"text\n\nSetext\n------\nmore", "1 paragraph: text\n3 h2: Setext\n5 paragraph: more"},
      {"##\n\n### b ###\n", "1 h2: \n3 h3: b"},
      {"a\n\n##\n", "1 paragraph: a\n3 h2: "},
      {"#hashtag", "1 paragraph: #hashtag"},
      {"> ## inside\n> text", "1 quote: inside\\n\\ntext"},
      // lists
      {"- one\n- two\n  lines\n\n* three", "1 item: one\n2 item: two lines\n5 item: three"},
      {"1. one\n2) two\n10) ten", "1 item: one\n2 item: two\n3 item: ten"},
      {"- a\n  - b\n    - c\n  - d\n- e", "1 item: a\\n- b\\n- c\\n- d\n5 item: e"},
      {"- a\n\n  second\n\n  - b\n\n    third\n- c",
       "1 item: a\\n\\nsecond\\n- b\\n\\nthird\n8 item: c"},
      {"- a\n  > quoted\n\n  ```\n  x = 1\n    y\n  ```\n- b",
       "1 item: a\\n\\nquoted\\n\\nx = 1\\n  y\n8 item: b"},
      {"-\n- b\n-   \n", "2 item: b"},
      {"- a\n  -\n  - b", "1 item: a\\n- b"},
      {"- [ ] todo\n- [x] done", "1 item: todo\n2 item: done"},
      {"text\n- item", "1 paragraph: text\n2 item: item"},
      // quotes, code, tables
      {"> one\n> two\n>\n> three\n> - a\n> - b", "1 quote: one two\\n\\nthree\\n- a\\n- b"},
      {"text\n\n```cpp\nint a;\n\n  b();\n```\n\nend",
       "1 paragraph: text\n3 code: int a;\\n\\n  b();\n9 paragraph: end"},
      {"```\n\n\nx\n```", "1 code: x"},
      {"a\n\n    indented\n", "1 paragraph: a\n3 code: indented"},
      {"```\nnot closed *here*", "1 code: not closed *here*"},
      {"| A | B |\n|---|---|\n| 1 | `x|y` |\n| *2* | |\n|  | 3 |\n| | |",
       "1 head: A | B\n3 row: 1 | x|y\n4 row: 2 |\n5 row: | 3"},
      {"| A | B |\n|---|---|\n| 1 | x\\|y |", "1 head: A | B\n3 row: 1 | x|y"},
      // what leaves nothing
      {"<!-- a\n\nb -->\n\ntext <!-- c --> end", "5 paragraph: text end"},
      {"<div>\nhidden\n</div>\n\ntext <b>bold</b>", "5 paragraph: text bold"},
      {"[a]: http://x.y\n\n[A] and [b]", "3 paragraph: A and [b]"},
      {"***\n---\n___", ""},
      {"![](x.png)\n\ntext", "3 paragraph: text"},
  }));
  CAPTURE(markdown);
  CHECK(blocks_of(markdown) == blocks);
}

TEST_CASE("lines count from where the body begins in its file", "[markdown_blocks]") {
  CHECK(spelled(markdown_blocks("## A\n\n- b\n", "f", 12).value()) == "12 h2: A\n14 item: b");
}

TEST_CASE("nesting that nobody writes is refused with its line", "[markdown_blocks]") {
  std::string deepening;
  for (std::size_t level = 0; level < 200; ++level) {
    deepening += std::string(2 * level, ' ') + "- x\n";
  }
  std::string many_columns = "|";
  for (int column = 0; column < 100; ++column) many_columns += "a|";
  many_columns += "\n|";
  for (int column = 0; column < 100; ++column) many_columns += "---|";
  std::string quotes;
  std::string bullets;
  std::string numbers;
  for (int level = 0; level < 100'000; ++level) {
    quotes += "> ";
    bullets += "- ";
    numbers += "1. ";
  }
  CHECK(blocks_of("a\n\n" + quotes + "x") == "f:3: nested too deeply; remove levels");
  CHECK(blocks_of("a\n\n" + bullets + "x") == "f:3: nested too deeply; remove levels");
  CHECK(blocks_of("a\n\n" + numbers + "x") == "f:3: nested too deeply; remove levels");
  CHECK_THAT(blocks_of(deepening), Catch::Contains("nested too deeply"));
  CHECK_THAT(blocks_of(many_columns), Catch::Contains("a table with too many columns"));
  // A rule of many stars and a line of ten quotes are neither.
  CHECK(blocks_of("a\n\n" + bullets) == "1 paragraph: a");
  CHECK(blocks_of("> > > > > > > > > > x") == "1 quote: x");
}

TEST_CASE("a large file is read whole", "[markdown_blocks]") {
  std::string items;
  for (int item = 0; item < 20'000; ++item) items += "- item " + std::to_string(item) + "\n";
  const auto many = markdown_blocks(items, "f", 1);
  REQUIRE(many);
  REQUIRE(many->size() == 20'000);
  CHECK(many->back().text == "item 19999");
  CHECK(many->back().line == 20'000);

  const auto one = markdown_blocks(std::string(900'000, 'w'), "f", 1);
  REQUIRE(one);
  REQUIRE(one->size() == 1);
  CHECK(one->front().text.size() == 900'000);
}

TEST_CASE("blocks joined are one text: items and rows line under line", "[markdown_blocks]") {
  const auto blocks = markdown_blocks(
      "Text.\n\n- a\n- b\n\nMore.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n### Title\n", "f", 1);
  REQUIRE(blocks);
  CHECK(joined_text(*blocks) == "Text.\n\n- a\n- b\n\nMore.\n\nA | B\n1 | 2\n\nTitle");
  CHECK(joined_text({}).empty());
}

}  // namespace
}  // namespace guidepost::indexer
