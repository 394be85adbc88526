// What a question to the recommender may look like, and what is said about everything else.
#include "server/recommend_body.h"

#include <catch2/catch.hpp>

#include <array>
#include <string>

using namespace guidepost;
using namespace guidepost::server;

namespace {

constexpr std::array<std::string_view, 3> keys{"have", "role", "limit"};

std::string skills(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) list += std::string(i == 0 ? "" : ",") + "\"sql\"";
  return "{\"have\": [" + list + "]}";
}

}  // namespace

TEST_CASE("a body is read with all its keys, or none", "[recommend_body]") {
  const auto whole =
      read_recommend_body(R"({"have": ["c++", "Résumé"], "role": "x", "limit": 3})", keys);
  REQUIRE(whole);
  CHECK(whole->have == std::vector<std::string>{"c++", "Résumé"});
  CHECK(whole->role == "x");
  CHECK(whole->limit == 3);
  const auto none = read_recommend_body("{}", keys);
  REQUIRE(none);
  CHECK(none->have.empty());
  CHECK(none->role.empty());
  CHECK_FALSE(none->limit);
  CHECK(read_recommend_body(skills(most_skills_held), keys));
}

TEST_CASE("a wrong body says what is wrong with it", "[recommend_body]") {
  const auto [body, hint] = GENERATE(table<std::string, std::string>({
      {"", "the body is empty"},
      {"have=sql", "the body is not JSON, from byte 1 on"},
      {"{\"have\": [\"\xff\"]}", "the body is not JSON"},
      {"{} {}", "the body is not JSON"},
      {std::string(60'000, '['), "the body is not JSON"},
      {"{\"limit\": 1e999}", "out of range"},
      {"[\"sql\"]", "the body must be an object, not array"},
      {"null", "the body must be an object, not null"},
      {R"({"hve": []})", "did you mean \"have\"?"},
      {R"({"zzzzzz": []})", "it may be have, role, limit"},
      {R"({"have": "sql"})", "have must be a list of strings, not string"},
      {R"({"have": ["sql", 7]})", "have[1] must be a string, not number"},
      {R"({"have": [""]})", "have[0] is empty"},
      {"{\"have\": [\"" + std::string(201, 'a') + "\"]}", "have[0] may have 200 bytes"},
      {skills(most_skills_held + 1), "have may hold 200 skills, not 201"},
      {R"({"role": ["x"]})", "role must be a string, not array"},
      {R"({"role": " "})", "role is empty"},
      {R"({"limit": "3"})", "limit must be a whole number from 1 to 100"},
      {R"({"limit": 0})", "limit must be"},
      {R"({"limit": -1})", "limit must be"},
      {R"({"limit": 2.5})", "limit must be"},
      {R"({"limit": 101})", "limit must be"},
      {R"({"limit": 18446744073709551617})", "limit must be"},
  }));
  CAPTURE(body.substr(0, 100));
  const auto read = read_recommend_body(body, keys);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::bad_input);
  CHECK_THAT(to_string(read.error()), Catch::Contains(hint));
}

TEST_CASE("a body is JSON when its type says so, whatever its parameters", "[recommend_body]") {
  const auto [type, expected] = GENERATE(table<std::string, bool>({
      {"application/json", true},
      {"Application/JSON; charset=utf-8", true},
      {"application/json ;charset=utf-8", true},
      {"", false},
      {"text/plain", false},
      {"application/jsonp", false},
      {"application/x-www-form-urlencoded", false},
  }));
  CAPTURE(type);
  Request request;
  request.headers = {{"content-type", type}};
  CHECK(is_json(request) == expected);
}
