#include "indexer/source/front_matter.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

TEST_CASE("front matter ends where the body begins, and the body knows its line",
          "[front_matter]") {
  struct Row {
    const char* text;
    const char* body;
    std::size_t line;
  };
  const Row row =
      GENERATE(Row{"---\nid: a\n---\nBody\n", "Body\n", 4}, Row{"---\nid: a\n---", "", 4},
               Row{"--- \nid: a\n---\t\n\nBody", "\nBody", 4}, Row{"---\n---\nBody", "Body", 3},
               Row{"---\nid: a\n---\n---\nrule\n---\n", "---\nrule\n---\n", 4});
  CAPTURE(row.text);
  const auto front = read_front_matter(row.text, "f");
  REQUIRE(front);
  CHECK(front->body == row.body);
  CHECK(front->body_line == row.line);
  CHECK(front->fields.kind == YamlValue::Kind::map);
}

TEST_CASE("keys and values keep their lines and say what they are", "[front_matter]") {
  const std::string text =
      "---\n"
      "id: a\n"
      "numbers: [12, \"12\", -1.5e3, 0x1F]\n"
      "truths:\n"
      "  - true\n"
      "  - no\n"
      "nothing:\n"
      "---\n";
  const auto front = read_front_matter(text, "f");
  REQUIRE(front);
  const auto& entries = front->fields.entries;
  REQUIRE(entries.size() == 4);
  CHECK(entries[1].line == 3);
  const auto& numbers = entries[1].value.items;
  REQUIRE(numbers.size() == 4);
  CHECK(form_of(numbers[0]) == "a number");
  CHECK(form_of(numbers[1]) == "text");
  CHECK(form_of(numbers[2]) == "a number");
  CHECK(form_of(numbers[3]) == "a number");
  const auto& truths = entries[2].value.items;
  REQUIRE(truths.size() == 2);
  CHECK(truths[1].line == 6);
  CHECK(form_of(truths[0]) == "true or false");
  CHECK(form_of(truths[1]) == "text");
  CHECK(form_of(entries[3].value) == "nothing");
}

TEST_CASE("text over several lines is one line", "[front_matter]") {
  const auto yaml =
      GENERATE("k: \"a\n  b\"", "k: >\n  a\n  b\n", "k: |\n  a\n  b\n", "k: a\n  b\n");
  CAPTURE(yaml);
  CHECK(parse_yaml(yaml, "f", 1).value().entries.at(0).value.text == "a b");
}

TEST_CASE("words that only look like numbers are text", "[front_matter]") {
  for (const char* word : {".net", "2fa", "1Password", "-", "e5", "1.2.3", "0x", "+", "2024-01-01",
                           "1e", ".", "C", "yes"}) {
    CAPTURE(word);
    const auto value =
        parse_yaml("k: " + std::string(word == std::string("-") ? "\"-\"" : word), "f", 1);
    REQUIRE(value);
    CHECK(is_text(value->entries.at(0).value));
  }
}

TEST_CASE("what is no front matter is refused with its line and what to do", "[front_matter]") {
  const auto [text, problem] = GENERATE(table<std::string, std::string>({
      {"", "f:1: the file is empty"},
      {" \n\n", "f:1: the file is empty"},
      {"# Title\n", "f:1: no front matter: the first line is not `---`"},
      {"\n---\nid: a\n---\n", "f:1: no front matter: the first line is not `---`"},
      {"---\nid: a\n## Overview\n", "f:1: the front matter is not closed; add a line `---`"},
      {"---", "f:1: the front matter is not closed"},
      {"---\nid: a\n\ttitle: b\n---\n", "f:3: a tab before the text; indent with spaces"},
      {"---\nid: [a\ntitle: b\n---\n", "f:3: not valid YAML"},
      {"---\nid: a\ntitle: b: c\n---\n", "f:3: not valid YAML"},
      {"---\nid: \"a\ntitle: b\n---\n", "f:3: not valid YAML: illegal EOF in scalar"},
      {"---\nid: \"a\\0b\"\n---\n", "f:2: not valid YAML: a control character in the text"},
      {"---\nid: a\nuse: &x b\n---\n", "f:3: not valid YAML: an anchor (`&name`) is not allowed"},
      {"---\nid: a\nuse: *x\n---\n", "f:3: not valid YAML"},
      {"---\n- a\n---\n", "f:2: the front matter is a list, not keys and values"},
      {"---\ntext\n---\n", "f:2: the front matter is text, not keys and values"},
      {"---\n{a: 1}: b\n---\n", "f:2: not valid YAML: a key must be text"},
      {"---\nid: a\n...\nid: b\n---\n", "f:2: a second YAML document"},
      {"---\na: [[[[[[[[[x]]]]]]]]]\n---\n", "f:2: not valid YAML: nested too deeply"},
      {"---\na: " + std::string(5000, '[') + "\n---\n", "f:2: not valid YAML"},
      {"---\na: " + std::string(65536, 'x') + "\n---\n", "f:1: front matter larger than 65536"},
  }));
  const auto front = read_front_matter(text, "f");
  CAPTURE(text.substr(0, 80));
  REQUIRE_FALSE(front);
  CHECK(front.error().code == ErrorCode::bad_input);
  CHECK_THAT(to_string(front.error()), Catch::Contains(problem));
}

}  // namespace
}  // namespace guidepost::indexer
