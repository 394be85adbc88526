// Edits between words, against the plain recursion that defines them.
#include "core/text/edit_distance.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

/// Optimal string alignment by its definition: the last letters are kept, replaced, inserted, deleted or swapped.
std::size_t by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view a_head = a.substr(0, a.size() - 1);
  const std::string_view b_head = b.substr(0, b.size() - 1);
  if (a.back() == b.back()) return by_definition(a_head, b_head);
  std::size_t best = 1 + std::min({by_definition(a_head, b_head), by_definition(a_head, b),
                                   by_definition(a, b_head)});
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    best = std::min(best, 1 + by_definition(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)));
  }
  return best;
}

struct Row {
  std::string a;
  std::string b;
  std::size_t edits;
};

struct Near {
  std::string typed;
  std::string nearest;
};

}  // namespace

TEST_CASE("insertions, deletions, substitutions and swaps of neighbours are one edit each",
          "[edit_distance]") {
  const Row row = GENERATE(values<Row>({
      {"", "", 0},
      {"", "abc", 3},
      {"sql", "sql", 0},
      {"kuberntes", "kubernetes", 1},
      {"kubernettes", "kubernetes", 1},
      {"pyhton", "python", 1},
      {"jaba", "java", 1},
      {"ca", "abc", 3},  // a swapped pair is not edited again
      {"kitten", "sitting", 3},
  }));
  CAPTURE(row.a, row.b);
  CHECK(edit_distance(row.a, row.b, 10) == row.edits);
  CHECK(edit_distance(row.b, row.a, 10) == row.edits);
}

TEST_CASE("the distance is what its definition says, up to the limit", "[edit_distance]") {
  test::Dice dice(21);
  for (int round = 0; round < 3000; ++round) {
    const std::string a = dice.word("abc", 0, 7);
    const std::string b = dice.word("abc", 0, 7);
    const std::size_t limit = dice.roll(9);
    const std::size_t edits = by_definition(a, b);
    CAPTURE(a, b, limit, edits);
    if (edits <= limit) {
      REQUIRE(edit_distance(a, b, limit) == edits);
    } else {
      REQUIRE_FALSE(edit_distance(a, b, limit));
    }
  }
}

TEST_CASE("the nearest is within a third of the word, ties to the first", "[edit_distance]") {
  const Near row = GENERATE(values<Near>({
      {"filtr", "filter"},
      {"fitler", "filter"},
      {"facett", "facet"},
      {"sort", "sort"},
      {"so", ""},  // two edits from sort
      {"fblter", "filter"},
      {"gxyup", ""},
      {"limits", "limit"},
      {"xyz", ""},
      {"", ""},
  }));
  const std::vector<std::string> names{"filter", "facet", "sort", "limit", "limits of all"};
  CAPTURE(row.typed);
  CHECK(nearest(row.typed, std::span<const std::string>(names)) == row.nearest);
}

TEST_CASE("a nearer candidate replaces an earlier one, an equal one does not", "[edit_distance]") {
  const std::vector<std::string_view> names{"abcdxx", "abcdex", "abcdey", "abcdef"};
  const std::span<const std::string_view> all(names);
  CHECK(nearest("abcdef", all) == "abcdef");
  CHECK(nearest("abcdef", all.first(3)) == "abcdex");
  CHECK(nearest("abcdef", all.first(1)) == "abcdxx");
  CHECK(nearest("abcdef", all.first(0)).empty());
}

}  // namespace guidepost
