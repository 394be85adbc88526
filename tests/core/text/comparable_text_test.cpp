// Texts made comparable, and the way back: in a row every changed stretch is shown as `[source|made]`.
#include "core/text/comparable_text.h"

#include "core/text/utf8.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

struct Row {
  std::string source, made;
};

std::string made_of(const std::string& source) {
  return std::string(ComparableText(source).text());
}

}  // namespace

TEST_CASE("compatibility forms become plain ones, ASCII stays as it is", "[comparable_text]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {"C++ and SQL", "C++ and SQL"},
      {"\ufb01nance", "finance"},
      {"\uff33\uff31\uff2c", "sql"},
      {"Stra\u00dfe", "Strasse"},
      {"m\u00b2", "m2"},
      {"Java\u2122 \u00bd", "Java   "},
      {"O\u2019Reilly", "O'Reilly"},
      {"front\u2011end", "front-end"},
      {"soft\u00adware", "software"},
      {"zero\u200bwidth", "zero width"},
      {"E\u0301cole", "\u00e9cole"},
      {"bad\xff", "bad\xff"},
      {"\xff\u0301", "\xff\u0301"},
      {"\xe2\x82\ufe0f\x80", "\xff\xff\xff"},  // what vanishes does not make them whole
  }));
  CAPTURE(row.source);
  CHECK(made_of(row.source) == row.made);
}

TEST_CASE("what was made leads back to the whole characters it came from", "[comparable_text]") {
  struct Way {
    std::string source;
    std::size_t begin, end;
    ByteRange back;
  };
  const Way way = GENERATE(values<Way>({
      {"abc", 1, 2, {1, 2}},
      {"\ufb01nance", 0, 7, {0, 8}},      // all of "finance"
      {"\ufb01nance", 1, 2, {0, 3}},      // its "i": half a ligature is the ligature
      {"\ufb01nance", 2, 3, {3, 4}},      // its "n"
      {"a\uff33\uff31b", 1, 2, {1, 4}},   // one of two wide letters
      {"a\uff33\uff31b", 3, 4, {7, 8}},   // what stands behind them
      {"soft\u00adware", 0, 8, {0, 10}},  // an invisible hyphen inside
      {"soft\u00ad ware", 0, 4, {0, 4}},  // and behind
      {"e\u0301a", 0, 2, {0, 3}},         // composed
      {"\u201cx\u201d", 3, 4, {3, 4}},
  }));
  CAPTURE(way.source, way.begin, way.end);
  const ComparableText text(way.source);
  CHECK(text.source_range(way.begin, way.end) == way.back);
}

TEST_CASE("raised digits are known", "[comparable_text]") {
  CHECK(ComparableText("m\u00b2").is_superscript(1));
  CHECK_FALSE(ComparableText("m\u2082").is_superscript(1));
  CHECK_FALSE(ComparableText("m2").is_superscript(1));
}

TEST_CASE("whatever the bytes, every range leads back inside the source, in order",
          "[comparable_text]") {
  test::Dice dice(21);
  const std::vector<std::string> pieces{
      "a",      "Z",    " ",      "\u0301",       "\ufb03", "\uff21", "\u2122",     "\u00bd",
      "\u00ad", "\xff", "\u65e5", "\u1e9b\u0323", "\u2019", "\ufdfa", "\U0001F680", "\xe2\x82"};
  for (int round = 0; round < 3000; ++round) {
    const std::string source = dice.once_in(3) ? dice.bytes(24) : dice.text(pieces, 0, 16);
    const ComparableText text(source);
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.text().size(); ++at) {
      const ByteRange range = text.source_range(at, at + 1);
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= source.size());
      REQUIRE(range.begin >= last);
      last = range.begin;
    }
  }
}

}  // namespace guidepost
