// What is being typed, and what it may become. A suggestion is shown with what matched in [brackets], or with "(via alias)".
#include "core/suggest/suggester.h"

#include "core/text/utf8.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr auto role = SuggestionType::role;
constexpr auto skill = SuggestionType::skill;
constexpr auto phrase = SuggestionType::phrase;

std::vector<SuggestEntry> entries() {
  return {
      {"Kubernetes", skill, "kubernetes", "/skills/kubernetes", {"k8s"}, 12},
      {"Backend Developer", role, "backend", "/guides/backend", {"server-side engineer"}, 40},
      {"Frontend Developer", role, "frontend", "/guides/frontend", {"ui developer"}, 41},
      {"System design", skill, "system-design", "/skills/system-design", {}, 30},
      {"Design", skill, "design", "/skills/design", {}, 20},
      {"Design patterns", skill, "design-patterns", "/skills/design-patterns", {}, 50},
      {"C++", skill, "c-plus-plus", "/skills/c-plus-plus", {"cpp"}, 9},
      {"system design interview", phrase, "", "/search?q=system+design+interview", {}, 99},
      {"R\u00e9sum\u00e9 writing", skill, "resume-writing", "/skills/resume-writing", {}, 5},
      {"Don't panic", phrase, "", "/search?q=panic", {}, 1},
  };
}

std::string shown(const Suggestion& suggestion) {
  std::string row;
  std::size_t copied = 0;
  for (const ByteRange& range : suggestion.matched) {
    row += suggestion.text.substr(copied, range.begin - copied) + "[" +
           suggestion.text.substr(range.begin, range.end - range.begin) + "]";
    copied = range.end;
  }
  row += suggestion.text.substr(copied);
  return suggestion.via.empty() ? row : row + " (via " + suggestion.via + ")";
}

std::vector<std::string> suggest(const std::string& typed, std::size_t limit = 20) {
  std::vector<std::string> rows;
  for (const Suggestion& suggestion : Suggester(entries()).suggest(typed, limit).suggestions) {
    rows.push_back(shown(suggestion));
  }
  return rows;
}

using Rows = std::vector<std::string>;

struct Row {
  std::string typed;
  Rows suggestions;
};

std::string everything_about(const SuggestAnswer& answer) {
  std::string all = answer.query + " " + std::to_string(answer.total);
  for (const Suggestion& suggestion : answer.suggestions) {
    all += "\n" + std::string(name_of(suggestion.type)) + " " + suggestion.id + " " +
           suggestion.url + " " + shown(suggestion);
  }
  return all;
}

}  // namespace

TEST_CASE("what is typed is completed", "[suggester]") {
  const Row row = GENERATE(values<Row>({
      {"kub", {"[Kub]ernetes"}},
      {"KUB", {"[Kub]ernetes"}},
      {" kubernetes ", {"[Kubernetes]"}},
      {"k8", {"Kubernetes (via k8s)"}},
      {"c++", {"[C++]"}},
      {"cpp", {"C++ (via cpp)"}},
      {"back", {"[Back]end Developer"}},
      {"ui dev", {"Frontend Developer (via ui developer)"}},
      {"dev back", {}},
      {"kubx", {}},
      {"kubernetes x", {}},
  }));
  CAPTURE(row.typed);
  CHECK(suggest(row.typed) == row.suggestions);
}

TEST_CASE("several words are completed together, each from its beginning", "[suggester]") {
  CHECK(suggest("system des") == Rows{"[System] [des]ign", "[system] [des]ign interview"});
  CHECK(suggest("sys des int") == Rows{"[sys]tem [des]ign [int]erview"});
  CHECK(suggest("system int") == Rows{"[system] design [int]erview"});
}

TEST_CASE("what is typed whole comes first, then what begins with it, then what holds it",
          "[suggester]") {
  CHECK(suggest("design") ==
        Rows{"[Design]", "[Design] patterns", "System [design]", "system [design] interview"});
}

TEST_CASE(
    "among equals what is called so itself comes first, then roles, skills, phrases, the weightier",
    "[suggester]") {
  CHECK(suggest("developer") == Rows{"Frontend [Developer]", "Backend [Developer]"});
  CHECK(suggest("s") == Rows{"[S]ystem design", "[s]ystem design interview",
                             "Backend Developer (via server-side engineer)"});
}

TEST_CASE("nothing typed gives the most useful entries", "[suggester]") {
  CHECK(suggest("", 3) == Rows{"Frontend Developer", "Backend Developer", "Design patterns"});
  CHECK(Suggester(entries()).suggest("", 3).total == entries().size());
  CHECK(suggest(" ?! ", 1) == Rows{"Frontend Developer"});
}

TEST_CASE("an alias is named only where the text itself did not match", "[suggester]") {
  CHECK(suggest("k") == Rows{"[K]ubernetes"});  // k8s begins with it too
  CHECK(suggest("c") == Rows{"[C]++"});
}

TEST_CASE("the matched part is marked in the text's own bytes", "[suggester]") {
  CHECK(suggest("resu") == Rows{"[R\u00e9su]m\u00e9 writing"});
  CHECK(suggest("r\u00e9sum\u00e9 w") == Rows{"[R\u00e9sum\u00e9] [w]riting"});
  CHECK(suggest("dont") == Rows{"[Don't] panic"});
}

TEST_CASE("the total of completions counts what the limit leaves out", "[suggester]") {
  const SuggestAnswer answer = Suggester(entries()).suggest("design", 2);
  CHECK(answer.suggestions.size() == 2);
  CHECK(answer.total == 4);
  CHECK(Suggester(entries()).suggest("design", 0).total == 4);
}

TEST_CASE("a suggestion says what it is and where it leads", "[suggester]") {
  const SuggestAnswer answer = Suggester(entries()).suggest("backend", 1);
  REQUIRE(answer.suggestions.size() == 1);
  CHECK(answer.suggestions[0].type == SuggestionType::role);
  CHECK(answer.suggestions[0].id == "backend");
  CHECK(answer.suggestions[0].url == "/guides/backend");
}

TEST_CASE("a suggester read back answers as the one that was written", "[suggester]") {
  const Suggester written(entries());
  const auto read = Suggester::decode(written.encode());
  REQUIRE(read);
  const auto* typed = GENERATE("", "s", "design", "k8s", "sys des");
  CHECK(everything_about(read->suggest(typed, 20)) == everything_about(written.suggest(typed, 20)));
}

TEST_CASE("a suggester cut short, or of an unknown type, is refused", "[suggester]") {
  const std::string bytes = Suggester(entries()).encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = Suggester::decode(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  std::string other = Suggester({{"a", role, "", "", {}, 0}}).encode();
  other[4 + 4 + 1] = 3;  // behind the count and the text
  CHECK_FALSE(Suggester::decode(other));
}

TEST_CASE("any bytes may be typed, and any answer is marked on character borders", "[suggester]") {
  test::Dice dice(17);
  const Suggester suggester(entries());
  const std::vector<std::string> pieces{"s",      "d",    "r", "\u00e9", "e", " ",
                                        "\u0301", "\xff", "'", "+",      "k8"};
  for (int round = 0; round < 2000; ++round) {
    const std::string typed = dice.once_in(3) ? dice.bytes(200) : dice.text(pieces, 0, 8);
    const SuggestAnswer answer = suggester.suggest(typed, 5);
    REQUIRE_FALSE(first_invalid_utf8(answer.query));
    REQUIRE(answer.suggestions.size() <= 5);
    REQUIRE(answer.total >= answer.suggestions.size());
    for (const Suggestion& suggestion : answer.suggestions) {
      for (const ByteRange& range : suggestion.matched) {
        REQUIRE(range.begin <= range.end);
        REQUIRE_FALSE(
            first_invalid_utf8(suggestion.text.substr(range.begin, range.end - range.begin)));
      }
    }
  }
}

}  // namespace guidepost
