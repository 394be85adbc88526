// UTF-8 from outside: what is ill-formed, what is made of it, and the form in which words are compared.
#include "core/text/utf8.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

namespace guidepost {
namespace {

struct Row {
  std::string text;
  std::string expected;
};

struct Invalid {
  std::string bytes;
  std::optional<std::size_t> at;
};

std::string encoded(std::size_t code_point) {
  std::string bytes;
  const auto add = [&](std::size_t value) { bytes += static_cast<char>(value); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | code_point >> 6U);
    add(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12U);
    add(0x80 | (code_point >> 6U & 0x3F));
    add(0x80 | (code_point & 0x3F));
  } else {
    add(0xF0 | code_point >> 18U);
    add(0x80 | (code_point >> 12U & 0x3F));
    add(0x80 | (code_point >> 6U & 0x3F));
    add(0x80 | (code_point & 0x3F));
  }
  return bytes;
}

std::size_t random_code_point(test::Dice& dice) {
  const std::size_t limits[] = {0x80, 0x800, 0x3100, 0x10000, 0x110000};
  const std::size_t code_point = dice.roll(limits[dice.roll(5)]);
  return code_point >= 0xD800 && code_point < 0xE000 ? 0xE9 : code_point;
}

}  // namespace

TEST_CASE("the first byte that is no UTF-8 is found", "[utf8]") {
  const Invalid row = GENERATE(values<Invalid>({
      {"", {}},
      {"plain", {}},
      {"caf\u00e9 \u65e5\u672c \U0001F680", {}},
      {"ab\xff", 2},
      {"\x80", 0},
      {"a\xc3", 1},                  // cut
      {"a\xe2\x82", 1},              //
      {"\xc0\xaf", 0},               // longer than needed
      {"\xe0\x80\xaf", 0},           //
      {"\xed\xa0\x80", 0},           // a surrogate
      {"\xf4\x90\x80\x80", 0},       // behind the last code point
      {"\u00e9\xc3\x28", 2},         // a continuation that is none
      {std::string("a\0b", 3), {}},  // NUL is a character
  }));
  CHECK(first_invalid_utf8(row.bytes) == row.at);
}

TEST_CASE("a code point says where the next one begins", "[utf8]") {
  const std::string text = "a\u00e9\u65e5\U0001F680\xff!";
  const std::vector<std::pair<std::int32_t, std::size_t>> expected{
      {'a', 1}, {0xE9, 3}, {0x65E5, 6}, {0x1F680, 10}, {-1, 11}, {'!', 12}};
  std::size_t at = 0;
  for (const auto& [value, end] : expected) {
    const CodePoint code_point = code_point_at(text, at);
    CHECK((value < 0 ? code_point.value < 0 : code_point.value == value));
    CHECK(code_point.end == end);
    at = code_point.end;
  }
}

TEST_CASE("ill-formed bytes and control characters become spaces", "[utf8]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {"a\tb\nc", "a\tb\nc"},
      {"a\r\nb", "a \nb"},
      {std::string("a\0b\x1b[0m", 7), "a b [0m"},
      {"a\xff\xfe"
       "b",
       "a  b"},
      {"a\xe2\x82"
       "b",
       "a b"},
      {"a\u0085"
       "b",
       "a b"},
      {"a\x7f"
       "b",
       "a b"},
      {"\u00e9\U0001F680", "\u00e9\U0001F680"},
  }));
  CHECK(clean_utf8(row.text) == row.expected);
}

TEST_CASE("a text is cut between characters", "[utf8]") {
  const std::string text = "a\u00e9\u65e5\U0001F680z";
  const std::vector<std::string> cuts{"",
                                      "a",
                                      "a",
                                      "a\u00e9",
                                      "a\u00e9",
                                      "a\u00e9",
                                      "a\u00e9\u65e5",
                                      "a\u00e9\u65e5",
                                      "a\u00e9\u65e5",
                                      "a\u00e9\u65e5",
                                      "a\u00e9\u65e5\U0001F680"};
  for (std::size_t most = 0; most < cuts.size(); ++most) {
    CHECK(clean_utf8(text, most) == cuts[most]);
  }
  CHECK(clean_utf8(text, 11) == text);
}

TEST_CASE("words are compared without case, accents and compatibility forms", "[utf8]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {"SQL", "sql"},
      {"a-Z_0 .!", "a-z_0 .!"},
      {"R\u00e9sum\u00e9", "resume"},
      {"Re\u0301sume\u0301", "resume"},
      {"\ufb01", "fi"},
      {"Stra\u00dfe STRASSE", "strasse strasse"},
      {"\u1e9e", "ss"},
      {"\u0130stanbul", "istanbul"},
      {"\uff21\uff22\uff11", "ab1"},
      {"\u2460\u00b2", "12"},
      {"\u03a3\u03c3\u03c2", "\u03c3\u03c3\u03c3"},
      {"\u0419", "\u0439"},        // another letter than \u0438
      {"\u0401\u0301", "\u0435"},  // but this one is written without its dots
      {"\u304c", "\u304c"},        // ga is not ka
      {"\u0939\u093f\u0902\u0926\u0941", "\u0939\u093f\u0902\u0926\u0941"},
      {"\u0645\u064f\u0640\u0647", "\u0645\u0647"},
      {"\u0141\u00f3d\u017a \u00d8 \u0152 \u0131", "lodz o oe i"},
      {"1\ufe0f\u20e3", "1"},
      {"\u0301", ""},
      {"a\u200db", "ab"},  // an invisible joiner
      {"x\xff", "x\ufffd"},
  }));
  CAPTURE(row.text);
  CHECK(fold(row.text) == row.expected);
}

TEST_CASE("any bytes can be cleaned, and what is clean stays", "[utf8]") {
  test::Dice dice(19);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = dice.bytes(40);
    const std::size_t most = dice.roll(45);
    const std::string clean = clean_utf8(bytes, most);
    REQUIRE_FALSE(first_invalid_utf8(clean));
    REQUIRE(clean.size() <= most);
    REQUIRE(clean_utf8(clean) == clean);
    REQUIRE_FALSE(first_invalid_utf8(fold(bytes)));
  }
}

TEST_CASE("folding twice is folding once", "[utf8]") {
  test::Dice dice(20);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = dice.roll(4); i > 0; --i) text += encoded(random_code_point(dice));
    const std::string once = fold(text);
    CAPTURE(text);
    REQUIRE(fold(once) == once);
  }
}

}  // namespace guidepost
