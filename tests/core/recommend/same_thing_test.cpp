// Which labels name one thing.
#include "core/recommend/same_thing.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

bool are_same(const char* one, const char* other) {
  ThingsShown shown;
  shown.add(one);
  return !shown.add(other);
}

TEST_CASE("labels that differ in form alone name one thing", "[same_thing]") {
  const auto [one, other, is_same] = GENERATE(table<const char*, const char*, bool>({
      {"SQL", "Structured query language SQL", true},
      {"Structured Query Language", "Structured query language SQL", true},
      {"JavaScript", "JavaScript (programming)", true},
      {"Python", "Python (computer programming)", true},
      {"Java", "Java programming language", true},
      {"Machine learning (ML)", "machine learning", true},
      {"Manage staff", "staff, manage", true},
      {"SQL", "SQL Server", false},
      {"C", "C++", false},
      {"C#", "C", false},
      {"Go (game)", "Go (programming language)", false},
      {"Vision", "Computer vision", false},
      {"Testing", "Software testing", false},
      {"Programming", "Computer programming", false},
      {"Public relations", "PR", false},
  }));
  CAPTURE(one, other);
  CHECK(are_same(one, other) == is_same);
  CHECK(are_same(other, one) == is_same);
}

TEST_CASE("labels without a word are never the same", "[same_thing]") {
  CHECK_FALSE(are_same("", ""));
  CHECK_FALSE(are_same("()", "()"));
  CHECK_FALSE(are_same("(programming)", "(software)"));
}

TEST_CASE("any bytes are a label", "[same_thing]") {
  test::Dice dice(12);
  for (int round = 0; round < 2000; ++round) {
    const std::string label = dice.bytes(30);
    for (const std::string& form : forms_of_label(label)) CHECK_FALSE(form.empty());
  }
}

}  // namespace
}  // namespace guidepost
