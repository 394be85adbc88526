#include "server/target.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace guidepost::server;
using Segments = std::vector<std::string>;

TEST_CASE("a path splits at slashes that were sent as slashes", "[target]") {
  const auto [target, path, segments] = GENERATE(table<std::string, std::string, Segments>({
      {"/", "/", {}},
      {"/v1/search", "/v1/search", {"v1", "search"}},
      {"/v1/search?q=x", "/v1/search", {"v1", "search"}},
      {"/v1/skills/ci%2fcd", "/v1/skills/ci%2fcd", {"v1", "skills", "ci/cd"}},
      {"/v1/skills/c++", "/v1/skills/c++", {"v1", "skills", "c++"}},
      {"/v1/skills/c%23", "/v1/skills/c%23", {"v1", "skills", "c#"}},
      {"/a//b/", "/a//b/", {"a", "", "b", ""}},
      {"/%2e%2e/x", "/%2e%2e/x", {"..", "x"}},
      {"/%zz/%4", "/%zz/%4", {"%zz", "%4"}},
      {"?q=x", "/", {}},
      {"", "/", {}},
      {"*", "*", {"*"}},
      {"http://example.org:80/a?b=c", "/a", {"a"}},
      {"http://example.org", "/", {}},
      {"http://example.org?q=x", "/", {}},
  }));
  CAPTURE(target);
  const Target read = read_target(target);
  CHECK(read.path == path);
  CHECK(read.segments == segments);
}

TEST_CASE("a query is read as browsers, forms and people write it", "[target]") {
  const auto [query, expected] = GENERATE(table<std::string, std::vector<Parameter>>({
      {"q=system+design", {{"q", "system design"}}},
      {"q=system%20design", {{"q", "system design"}}},
      {"q=a%26b%3Dc", {{"q", "a&b=c"}}},
      {"q=a=b", {{"q", "a=b"}}},
      {"q", {{"q", ""}}},
      {"q=", {{"q", ""}}},
      {"", {}},
      {"&&=x&q=y", {{"q", "y"}}},
      {"filter=type:tip&filter=role:qa", {{"filter", "type:tip"}, {"filter", "role:qa"}}},
      {"facet[]={x}|y", {{"facet[]", "{x}|y"}}},
      {"q=r%C3%A9sum%C3%A9", {{"q", "r\xc3\xa9sum\xc3\xa9"}}},
      {"q=r\xc3\xa9sum\xc3\xa9", {{"q", "r\xc3\xa9sum\xc3\xa9"}}},
      {"q=%ff%00", {{"q", std::string("\xff\0", 2)}}},
      {"q=what?", {{"q", "what?"}}},
      {"q=c#", {{"q", "c#"}}},
  }));
  CAPTURE(query);
  CHECK(read_target("/?" + query).parameters == expected);
}

TEST_CASE("an escape that is none stands for itself", "[target]") {
  const auto [raw, decoded] = GENERATE(table<std::string, std::string>({{"50%", "50%"},
                                                                        {"50%+off", "50% off"},
                                                                        {"%", "%"},
                                                                        {"%4", "%4"},
                                                                        {"%zz", "%zz"},
                                                                        {"%%41", "%A"}}));
  CHECK(decode_query_text(raw) == decoded);
}

TEST_CASE("a plus is a space, but for the two that end a word", "[target]") {
  const auto [raw, decoded] = GENERATE(table<std::string, std::string>({
      {"c++", "c++"},
      {"c%2B%2B", "c++"},
      {"learn+c++", "learn c++"},
      {"c+++developer", "c++ developer"},
      {"c++%20developer", "c++ developer"},
      {"a+b", "a b"},
      {"a++b", "a  b"},
      {"+a", " a"},
      {"++", "  "},
      {"a+++++", "a     "},
      {"a+", "a "},
      {"a%20++", "a   "},
  }));
  CAPTURE(raw);
  CHECK(decode_query_text(raw) == decoded);
}
