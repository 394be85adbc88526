// Words of a text: each row is a text and the bytes its words are cut from, with their folded form where it differs.
#include "core/text/tokenizer.h"

#include "core/text/utf8.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string slice(const std::string& text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

/// "C++ 17[c++|17]" is hard to read; "C++=c++ 17" is not: every word as it stands, and as it is compared when that differs.
std::string shown(const std::string& text) {
  std::string row;
  for (const Word& word : words_of(text)) {
    if (!row.empty()) row += ' ';
    const std::string source = slice(text, word.range);
    row += source;
    if (word.folded != source) row += "=" + word.folded;
  }
  return row;
}

std::string joiners(const std::string& text) {
  std::string row;
  for (const Word& word : words_of(text)) row += word.joiner == '\0' ? ' ' : word.joiner;
  return row;
}

struct Row {
  std::string text;
  std::string words;
};

}  // namespace

TEST_CASE("technical spellings are words, with the bytes they stand at", "[tokenizer]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {" \t\n.,;--++##", ""},
      {"sql", "sql"},
      {"SQL and Python", "SQL=sql and Python=python"},
      {"C++", "C++=c++"},
      {"C++.", "C++=c++"},
      {"C+++", "C++=c++"},
      {"C++17", "C++=c++ 17"},
      {"C++11/14", "C++=c++ 11 14"},
      {"C# or F#", "C#=c# or F#=f#"},
      {"C#-based", "C#=c# based"},
      {"C##", "C#=c#"},
      {"a+b", "a b"},
      {"a++b", "a b"},
      {"x#y", "x y"},
      {"x#1", "x 1"},
      {"5+ years", "5 years"},
      {"h264+", "h264"},
      {"#1 of #jobs", "1 of jobs"},
      {".NET", ".NET=.net"},
      {"use .NET", "use .NET=.net"},
      {"(.NET)", ".NET=.net"},
      {"ASP.NET", "ASP=asp NET=net"},
      {"Node.js", "Node=node js"},
      {"end.", "end"},
      {"...dots", ".dots"},
      {".5", "5"},
      {"CI/CD", "CI=ci CD=cd"},
      {"TCP/IP", "TCP=tcp IP=ip"},
      {"R&D", "R=r D=d"},
      {"front-end, full_stack", "front end full stack"},
      {"O'Reilly's", "O'Reilly's=oreilly"},
      {"O\u2019Reilly\u2019s", "O\u2019Reilly\u2019s=oreilly"},
      {"don't 'quote'", "don't=dont quote"},
      {"the teams' work", "the teams work"},
      {"k8s, 3D, B2B", "k8s 3D=3d B2B=b2b"},
  }));
  CAPTURE(row.text);
  CHECK(shown(row.text) == row.words);
}

TEST_CASE("case, accents and compatibility forms do not matter, the bytes are the text's own",
          "[tokenizer]") {
  const Row row = GENERATE(values<Row>({
      {"R\u00e9sum\u00e9", "R\u00e9sum\u00e9=resume"},
      {"Re\u0301sume\u0301", "Re\u0301sume\u0301=resume"},
      {"\ufb01nance", "\ufb01nance=finance"},
      {"Stra\u00dfe", "Stra\u00dfe=strasse"},
      {"\uff33\uff31\uff2c", "\uff33\uff31\uff2c=sql"},
      {"\u03a3\u03bf\u03c6\u03cc\u03c2",
       "\u03a3\u03bf\u03c6\u03cc\u03c2=\u03c3\u03bf\u03c6\u03bf\u03c3"},
      {"\u65e5\u672c\u8a9e", "\u65e5\u672c \u672c\u8a9e"},  // two by two
      {"\u65e5 R\u672c", "\u65e5 R=r \u672c"},
      {"great \U0001F680 job", "great job"},
      {"go\U0001F44D\U0001F3FDgo", "go go"},
      {"caf\u00e9\u2014bar", "caf\u00e9=cafe bar"},
  }));
  CAPTURE(row.text);
  CHECK(shown(row.text) == row.words);
}

TEST_CASE("ill-formed bytes separate words", "[tokenizer]") {
  const Row row = GENERATE(values<Row>({
      {"bad\xff\xfe"
       "bytes",
       "bad bytes"},
      {"cut\xc3", "cut"},
      {"\x80"
       "alone",
       "alone"},
      {"over\xc0\xaf"
       "long",
       "over long"},
      {"sur\xed\xa0\x80"
       "rogate",
       "sur rogate"},
      {std::string("zero\0byte", 9), "zero byte"},
  }));
  CHECK(shown(row.text) == row.words);
}

TEST_CASE("what leaves nothing to compare is no word", "[tokenizer]") {
  // A lone accent, the invisible selector behind an emoji: both would be words that match everything.
  const auto* text = GENERATE("\u0301", " \u0301 ", "\u2764\ufe0f", "\u0301\u0302");
  CHECK(words_of(text).empty());
}

TEST_CASE("a word knows what joins it to the next one", "[tokenizer]") {
  const Row row = GENERATE(values<Row>({
      {"Node.js", ". "},
      {"CI/CD", "/ "},
      {"R&D", "& "},
      {"front-end", "- "},
      {"snake_case", "_ "},
      {"C++17", "n "},
      {"state-of-the-art", "--- "},
      {"C/C++", "/ "},
      {"one two", "  "},
      {"one - two", "  "},
      {"one--two", "  "},
      {"one. two", "  "},
      {"one-", " "},
      {"one,two", "  "},
      {"one-\u0301 two", "  "},  // nothing comparable behind the hyphen
      {"120,000", ", "},
      {"1,200,000", ",, "},
      {"12,34", "  "},
      {"0,000", "  "},
      {"120 000", "  "},  // joined by a space
      {"401(k)", "( "},
      {"f(x)", "  "},
      {"R & D", "& "},
      {"salt & pepper", "  "},
      {"l'eau", "' "},
      {"U.S.A.", " "},
      {"C++11/14", "n  "},  // a slash joins least
      {"A/B-test", "/- "},
  }));
  CAPTURE(row.text);
  CHECK(joiners(row.text) == row.words);
}

TEST_CASE("a word knows whether it begins a sentence or ends a clause", "[tokenizer]") {
  const auto marked = [](const std::string& text) {
    std::string row;
    for (const Word& word : words_of(text)) {
      if (!row.empty()) row += ' ';
      row += (word.starts_sentence ? "^" : "") + word.folded + (word.ends_clause ? "$" : "");
    }
    return row;
  };
  const Row row = GENERATE(values<Row>({
      {"we use go", "^we use go$"},
      {"Go, Rust and C", "^go$ rust and c$"},
      {"Yes. Go is fast! Is it? It is.", "^yes$ ^go is fast$ ^is it$ ^it is$"},
      {"Skills: Go\nRust", "^skills$ ^go$ ^rust$"},
      {"(Go) or [Go] or \"Go\" or Go; R", "^go$ or go$ or go$ or go$ r$"},
      {"Node.js is", "^node js is$"},
      {"use Go \n", "^use go$"},
      {"the U.S.A. Now", "^the usa now$"},
  }));
  CAPTURE(row.text);
  CHECK(marked(row.text) == row.words);
}

TEST_CASE("a word knows whether a paragraph begins with it", "[tokenizer]") {
  std::string row;
  for (const Word& word : words_of("a b\nc\n \n d e\n\n- f")) {
    row += (word.starts_paragraph ? "^" : "") + word.folded + " ";
  }
  CHECK(row == "^a b c ^d e ^f ");
}

TEST_CASE("a word longer than anyone types is compared by its beginning", "[tokenizer]") {
  const std::string text(200, 'a');
  const std::vector<Word> words = words_of(text);
  REQUIRE(words.size() == 1);
  CHECK(words[0].folded == std::string(max_word_bytes, 'a'));
  CHECK(words[0].range == ByteRange{0, 200});

  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\u044f";  // two bytes each
  CHECK(words_of("x" + accents)[0].folded.size() == max_word_bytes - 1);
}

TEST_CASE("whatever the bytes, words stand in order and are valid UTF-8", "[tokenizer]") {
  test::Dice dice(11);
  const std::vector<std::string> pieces{"a", "Z",      "9",      "'",      "+",          "#",
                                        ".", "-",      " ",      "\u00e9", "\u0301",     "\u2019",
                                        "s", "\u65e5", "\ufe0f", "\xff",   "\xe2\x82",   "\n",
                                        "/", "&",      "_",      "\u00df", "\U0001F680", "\x80"};
  for (int round = 0; round < 3000; ++round) {
    const std::string text = dice.once_in(2) ? dice.text(pieces, 0, 16) : dice.bytes(24);
    std::size_t last_begin = 0;
    for (const Word& word : words_of(text)) {
      REQUIRE(word.range.begin >= last_begin);
      REQUIRE(word.range.begin < word.range.end);
      REQUIRE(word.range.end <= text.size());
      REQUIRE_FALSE(first_invalid_utf8(slice(text, word.range)));
      REQUIRE_FALSE(first_invalid_utf8(word.folded));
      REQUIRE(word.folded.size() <= max_word_bytes);
      last_begin = word.range.begin;
    }
  }
}

}  // namespace guidepost
