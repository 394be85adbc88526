// Which bytes of a text are shown and which are marked. In a row the marks stand in [brackets].
#include "core/search/snippet.h"

#include "core/text/utf8.h"
#include "support/dice.h"
#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t ellipses = 2 * 4;  // "… " before and " …" behind

std::string marked(const std::string& text, const std::vector<ByteRange>& ranges) {
  std::string row;
  std::size_t copied = 0;
  for (const ByteRange& range : ranges) {
    row += text.substr(copied, range.begin - copied) + "[" +
           text.substr(range.begin, range.end - range.begin) + "]";
    copied = range.end;
  }
  return row + text.substr(copied);
}

std::vector<ByteRange> highlights_of(const std::string& text, const std::set<std::string>& terms) {
  const Analyzer analyzer(test::small_lexicon());
  return find_highlights(text, "en", terms, analyzer);
}

std::string window(const std::string& text, const std::set<std::string>& terms,
                   std::size_t budget) {
  const Snippet snippet = best_window(text, highlights_of(text, terms), budget);
  return marked(snippet.text, snippet.highlights);
}

struct Marks {
  std::string text;
  std::set<std::string> terms;
  std::string marked;
};

struct Window {
  std::string text;
  std::set<std::string> terms;
  std::size_t budget;
  std::string shown;
};

}  // namespace

TEST_CASE("what was found is what is marked", "[snippet]") {
  const Marks row = GENERATE(values<Marks>({
      {"", {"sql"}, ""},
      {"no such word", {"sql"}, "no such word"},
      {"SQL and more SQL.", {"sql"}, "[SQL] and more [SQL]."},
      {"Negotiating a negotiation", {"negoti"}, "[Negotiating] a [negotiation]"},
      {"R\u00e9sum\u00e9 tips", {"resum"}, "[R\u00e9sum\u00e9] tips"},
      {"use k8s", {"USkubernetes"}, "use [k8s]"},
      {"a node of Node.js", {"node"}, "a [node] of [Node].js"},
      {"a node of Node.js", {"USnodejs"}, "a node of [Node.js]"},
      {"a node of Node.js", {"node", "USnodejs"}, "a [node] of [Node.js]"},
      {"system design", {"system", "design", "USsystem-design"}, "[system design]"},
      {"system design", {"system", "design"}, "[system] [design]"},
      {"go where Go goes", {"USgo"}, "go where [Go] goes"},
  }));
  CAPTURE(row.text);
  CHECK(marked(row.text, highlights_of(row.text, row.terms)) == row.marked);
}

TEST_CASE("a text that fits is shown whole", "[snippet]") {
  CHECK(window("Learn SQL first", {"sql"}, 15) == "Learn [SQL] first");
  CHECK(window("Learn SQL first", {}, 100) == "Learn SQL first");
  CHECK(window("", {}, 0).empty());
}

TEST_CASE("a text without marks is shown from its head, cut between words", "[snippet]") {
  CHECK(window("Learn the language first", {}, 15) == "Learn the \u2026");
  CHECK(window("Learn the language first", {}, 9) == "Learn the \u2026");
  CHECK(window("Learn the language first", {}, 8) == "Learn \u2026");
}

TEST_CASE("the window holds the most different marks, then the most, then the earliest",
          "[snippet]") {
  const Window row = GENERATE(values<Window>({
      {"sql one two three four five six seven sql python ten",
       {"sql", "python"},
       24,
       "\u2026 [sql] [python] ten"},
      {"sql one two three four five six seven sql eight sql x",
       {"sql"},
       24,
       "\u2026 [sql] eight [sql] x"},
      {"sql one two three four five six seven sql eight nine ten",
       {"sql"},
       20,
       "[sql] one two three \u2026"},
  }));
  CAPTURE(row.text);
  CHECK(window(row.text, row.terms, row.budget) == row.shown);
}

TEST_CASE("a text that is nothing but marks takes no longer than its length", "[snippet]") {
  std::string text;
  std::vector<ByteRange> marks;
  for (std::size_t i = 0; i < 250'000; ++i) {
    marks.push_back({text.size(), text.size() + 3});
    text += "sql ";
  }
  const Snippet snippet = best_window(text, marks, 24);  // minutes, were marks compared in pairs
  CHECK(marked(snippet.text, snippet.highlights) == "[sql] [sql] [sql] [sql] [sql] [sql] \u2026");
}

TEST_CASE("a window begins with a sentence where one is near", "[snippet]") {
  CHECK(window("Something else entirely, not wanted. Learn SQL before anything else", {"sql"},
               29) == "\u2026 Learn [SQL] before anything \u2026");
  CHECK(window("Head line\n\nLearn SQL before anything else that there is", {"sql"}, 29) ==
        "\u2026 Learn [SQL] before anything \u2026");
}

TEST_CASE("a text without spaces is cut between characters", "[snippet]") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\u65e5";
  const Snippet head = best_window(text, {}, 20);
  CHECK_FALSE(first_invalid_utf8(head.text));
  CHECK(head.text.starts_with("\u65e5"));

  // A mark far inside: the window must not begin in the middle of a character either.
  for (std::size_t budget = 10; budget < 40; ++budget) {
    const Snippet middle = best_window(text, {{60, 63}}, budget);
    CAPTURE(budget);
    CHECK_FALSE(first_invalid_utf8(middle.text));
    REQUIRE(middle.highlights.size() == 1);
    CHECK(middle.text.substr(middle.highlights[0].begin, 3) == "\u65e5");
  }
}

TEST_CASE("whatever the text, marks are sorted, apart, on character borders, and fit",
          "[snippet]") {
  test::Dice dice(14);
  const std::vector<std::string> pieces{
      "sql", "python", " ", " ",    ". ",   "\n",           "node", ".js", "\u00e9", "\U0001F680",
      "-",   "a",      "'", "long", "word", "\u65e5\u672c", "k8s",  "! ",  "  ",     "s"};
  const std::set<std::string> terms{"sql", "python", "node", "USnodejs", "USkubernetes", "a"};
  for (int round = 0; round < 1500; ++round) {
    const std::string text = dice.text(pieces, 0, 60);
    const std::size_t budget = dice.roll(60);
    const std::vector<ByteRange> highlights = highlights_of(text, terms);
    const Snippet snippet = best_window(text, highlights, budget);
    CAPTURE(text, budget, snippet.text);
    REQUIRE_FALSE(first_invalid_utf8(snippet.text));
    REQUIRE(snippet.text.size() <= budget + ellipses);
    std::size_t last_end = 0;
    for (const ByteRange& range : snippet.highlights) {
      REQUIRE(range.begin >= last_end);
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= snippet.text.size());
      const std::string mark = snippet.text.substr(range.begin, range.end - range.begin);
      REQUIRE_FALSE(first_invalid_utf8(mark));
      REQUIRE(highlights_of(mark, terms).size() == 1);  // a whole word, not a cut one
      last_end = range.end;
    }
    if (text.size() <= budget) REQUIRE(snippet.highlights == highlights);
  }
}

}  // namespace guidepost
