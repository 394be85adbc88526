// What is being typed, and what it may become. A suggestion is shown with what matched in [brackets], or with "(via alias)".
#include "core/suggest/suggester.h"

#include "core/text/utf8.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr auto role = SuggestionType::role;
constexpr auto skill = SuggestionType::skill;
constexpr auto section = SuggestionType::section;
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

using Rows = std::vector<std::string>;

Rows rows_of(const Suggester& suggester, const std::string& typed, std::size_t limit) {
  Rows rows;
  for (const Suggestion& suggestion : suggester.suggest(typed, limit).suggestions) {
    rows.push_back(shown(suggestion));
  }
  return rows;
}

Rows suggest(const std::string& typed, std::size_t limit = 20) {
  return rows_of(Suggester(entries()), typed, limit);
}

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
      {"dev back", {"[Back]end [Dev]eloper"}},
      {"kux", {}},
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

TEST_CASE("the words may come in any order", "[suggester]") {
  CHECK(suggest("des sys") == Rows{"[Sys]tem [des]ign", "[sys]tem [des]ign interview"});
  CHECK(suggest("interview system") == Rows{"[system] design [interview]"});
  CHECK(suggest("design design").empty());
}

TEST_CASE("words may be written together or apart", "[suggester]") {
  const Suggester suggester({{"Node.js", skill, "nodejs", "", {}, 1},
                             {"Front-end developer", role, "frontend", "", {}, 1},
                             {"Kubernetes", skill, "kubernetes", "", {}, 1}});
  CHECK(rows_of(suggester, "nodejs", 5) == Rows{"[Node].[js]"});
  CHECK(rows_of(suggester, "node js", 5) == Rows{"[Node].[js]"});
  CHECK(rows_of(suggester, "frontend dev", 5) == Rows{"[Front]-[end] [dev]eloper"});
  CHECK(rows_of(suggester, "dev frontend", 5) == Rows{"[Front]-[end] [dev]eloper"});
  CHECK(rows_of(suggester, "kuber nete", 5) == Rows{"[Kubernete]s"});
  CHECK(rows_of(suggester, "endfront", 5).empty());
}

TEST_CASE("a slip inside what is typed is forgiven, and the part it stands for is marked",
          "[suggester]") {
  const Row row = GENERATE(values<Row>({
      {"kubrn", {"[Kubern]etes"}},
      {"kuebrnetes", {"[Kubernetes]"}},
      {"kubernetse", {"[Kubernetes]"}},
      {"sytsem desing", {"[System] [design]", "[system] [design] interview"}},
      {"resmu", {"[R\u00e9sum]\u00e9 writing"}},
      {"bakc dev", {"[Back]end [Dev]eloper"}},
      {"srver side", {"Backend Developer (via server-side engineer)"}},
      {"ukbernetes",
       {"[Kubernetes]"}},  // long enough for two edits: the first letter counts double
      {"ukber", {}},
      {"kub4", {}},
      {"dsg", {}},
  }));
  CAPTURE(row.typed);
  CHECK(suggest(row.typed) == row.suggestions);
}

TEST_CASE("what answers as typed comes before what needs an edit", "[suggester]") {
  const Suggester suggester({{"Desk research", skill, "desk", "", {}, 1},
                             {"Design", role, "design", "", {}, 99},
                             {"Scheduling desks", phrase, "", "", {}, 0}});
  CHECK(rows_of(suggester, "desks", 5) == Rows{"Scheduling [desks]"});  // a word there is
  CHECK(rows_of(suggester, "desi", 5) == Rows{"[Desi]gn", "[Desk] research", "Scheduling [desk]s"});
}

TEST_CASE("initials complete to what they stand for", "[suggester]") {
  const Suggester suggester({{"Site Reliability Engineer", role, "sre", "", {}, 5},
                             {"Infrastructure as code", skill, "iac", "", {}, 5},
                             {"Role-based access control in depth", phrase, "", "", {}, 5},
                             {"Sreda", skill, "sreda", "", {}, 1}});
  CHECK(rows_of(suggester, "sre", 5) == Rows{"[Sre]da", "[S]ite [R]eliability [E]ngineer"});
  CHECK(rows_of(suggester, "iac", 5) == Rows{"[I]nfrastructure [a]s [c]ode"});
  CHECK(rows_of(suggester, "ic", 5) == Rows{"[I]nfrastructure as [c]ode"});
  CHECK(rows_of(suggester, "rbacid", 5).empty());
}

TEST_CASE("the section of a guide is found by the guide, by the heading, and by both",
          "[suggester]") {
  const Suggester suggester(
      {{"Backend Developer", role, "backend", "/guides/backend", {}, 40},
       {"Backend Developer: Interview Prep", section, "", "/guides/backend#interview", {}, 40},
       {"Interviewing", skill, "interviewing", "/skills/interviewing", {}, 1},
       {"Technical interviews", skill, "technical", "/skills/technical", {}, 9},
       {"Ask before the interview", phrase, "", "/tips/ask", {}, 9}});
  CHECK(rows_of(suggester, "backend developer int", 5) ==
        Rows{"[Backend] [Developer]: [Int]erview Prep"});
  CHECK(rows_of(suggester, "interview backend", 5) ==
        Rows{"[Backend] Developer: [Interview] Prep"});
  CHECK(rows_of(suggester, "interview", 5) ==
        Rows{"[Interview]ing", "Backend Developer: [Interview] Prep", "Technical [interview]s",
             "Ask before the [interview]"});
  CHECK(rows_of(suggester, "back", 5) ==
        Rows{"[Back]end Developer", "[Back]end Developer: Interview Prep"});
}

TEST_CASE("many completions of one page, or of one section, do not hide the others",
          "[suggester]") {
  std::vector<SuggestEntry> many{{"Data wrangling", skill, "data-wrangling", "", {}, 0}};
  for (const std::string name : {"A", "B", "C", "D", "E"}) {
    many.push_back({"Data " + name, role, name, "/guides/" + name, {}, 9});
    many.push_back({"Data " + name + ": Tools", section, "", "/guides/" + name + "#tools", {}, 9});
  }
  for (const std::string heading : {"CV", "FAQ", "Day"}) {
    many.push_back({"Data A: " + heading, section, "", "/guides/A#" + heading, {}, 9});
  }
  const Suggester suggester(many);
  CHECK(rows_of(suggester, "data", 20) ==
        Rows{"[Data] A", "[Data] B", "[Data] C", "[Data] D", "[Data] E", "[Data] wrangling",
             "[Data] A: CV", "[Data] A: Day", "[Data] B: Tools", "[Data] C: Tools",
             "[Data] D: Tools", "[Data] A: FAQ", "[Data] A: Tools", "[Data] E: Tools"});
  const Rows all = rows_of(suggester, "data", 20);
  for (std::size_t limit = 0; limit < all.size(); ++limit) {
    CHECK(rows_of(suggester, "data", limit) ==
          Rows(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit)));
  }
}

TEST_CASE("among equals the more popular comes first, then the shorter", "[suggester]") {
  const Suggester suggester({{"Data platform", skill, "a", "", {}, 2},
                             {"Data ops", skill, "b", "", {}, 1},
                             {"Data mesh", skill, "c", "", {}, 1},
                             {"Data governance", skill, "d", "", {}, 1}});
  CHECK(rows_of(suggester, "data", 5) ==
        Rows{"[Data] platform", "[Data] ops", "[Data] mesh", "[Data] governance"});
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
  other[4 + 4 + 1] = 4;  // behind the count and the text
  CHECK_FALSE(Suggester::decode(other));
  const double no_number = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(Suggester::decode(Suggester({{"a", role, "", "", {}, no_number}}).encode()));
}

TEST_CASE("completions are exactly the names whose words the typed words begin", "[suggester]") {
  test::Dice dice(23);
  std::vector<SuggestEntry> entries;
  std::vector<Rows> names;
  for (int i = 0; i < 400; ++i) {
    Rows words;
    std::string text;
    for (std::size_t count = 1 + dice.roll(4); count > 0; --count) {
      words.push_back(dice.word("abc", 1, 3));
      text += words.back() + " ";
    }
    entries.push_back({text, skill, std::to_string(i), "", {}, 0});
    names.push_back(std::move(words));
  }
  const Suggester suggester(entries);
  for (int round = 0; round < 300; ++round) {
    const Rows typed{dice.word("abc", 1, 3), dice.word("abc", 1, 3)};
    const auto answers = [&](const Rows& words) {
      for (std::size_t a = 0; a < words.size(); ++a) {
        for (std::size_t b = 0; b < words.size(); ++b) {
          if (a != b && words[a].starts_with(typed[0]) && words[b].starts_with(typed[1])) {
            return true;
          }
        }
      }
      return false;
    };
    const auto expected =
        static_cast<std::size_t>(std::count_if(names.begin(), names.end(), answers));
    if (expected < CompletionSearch::enough) continue;  // then other readings answer too
    CAPTURE(typed[0], typed[1]);
    REQUIRE(suggester.suggest(typed[0] + " " + typed[1], 0).total == expected);
  }
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
      std::size_t end = 0;
      for (const ByteRange& range : suggestion.matched) {
        REQUIRE(range.begin >= end);
        REQUIRE(range.begin < range.end);
        REQUIRE(range.end <= suggestion.text.size());
        end = range.end;
        REQUIRE_FALSE(
            first_invalid_utf8(suggestion.text.substr(range.begin, range.end - range.begin)));
      }
    }
  }
}

}  // namespace guidepost
