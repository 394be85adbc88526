#include "indexer/source/kebab_case.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

TEST_CASE("an id is small letters, digits and single hyphens", "[kebab_case]") {
  for (const char* id : {"a", "backend-developer", "web3", "3d-artist"}) {
    CAPTURE(id);
    CHECK(is_kebab_case(id));
  }
  for (const char* text : {"", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "caf\u00E9", "a.b"}) {
    CAPTURE(text);
    CHECK_FALSE(is_kebab_case(text));
  }
  CHECK(is_kebab_case(std::string(80, 'a')));
  CHECK_FALSE(is_kebab_case(std::string(81, 'a')));
}

TEST_CASE("any text becomes an id, or nothing", "[kebab_case]") {
  const auto [text, id] = GENERATE(table<std::string, std::string>({
      {"Pay & perks", "pay-perks"},
      {"  R\u00E9sum\u00E9 -- tips! ", "resume-tips"},
      {"What's next?", "whats-next"},
      {"\u6280\u80FD", ""},
      {"...", ""},
  }));
  CAPTURE(text);
  CHECK(kebab_case(text) == id);
  CHECK(is_kebab_case(kebab_case(std::string(200, 'x') + " y")));
}

}  // namespace
}  // namespace guidepost::indexer
