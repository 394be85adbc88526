// Unknown keys, as the one JSON object they grow to.
#include "indexer/source/extra_keys.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

using Keys = std::vector<std::pair<std::string, std::string>>;

std::string object_of(const Keys& keys, std::size_t most_bytes = 1'000) {
  ExtraKeys extra(most_bytes);
  for (const auto& [key, value] : keys) extra.add(key, value);
  return extra.object();
}

TEST_CASE("keys become one object", "[extra_keys]") {
  const auto [keys, object] = GENERATE(table<Keys, std::string>({
      {Keys{}, ""},
      {Keys{{"a", "1"}}, R"({"a":1})"},
      {Keys{{"z", "1"}, {"é", R"({"b":[true,null]})"}}, R"({"z":1,"é":{"b":[true,null]}})"},
      // what JSON wants escaped
      {Keys{{"a\"b\\c", "1"}}, R"({"a\"b\\c":1})"},
      {Keys{{"a\n\x1F", "1"}}, R"({"a\u000a\u001f":1})"},
      // the last value counts
      {Keys{{"a", "1"}, {"b", "4"}, {"a", "2"}, {"a", "3"}}, R"({"a":3,"b":4})"},
      {Keys{{"a", "1"}, {"A", "2"}}, R"({"a":1,"A":2})"},
  }));
  CHECK(object_of(keys) == object);
}

TEST_CASE("an object that is too large is not kept", "[extra_keys]") {
  const Keys keys{{"a", "12345678"}};  // {"a":12345678}
  CHECK(object_of(keys, 14) == R"({"a":12345678})");
  CHECK(object_of(keys, 13).empty());
  CHECK(object_of({{"a", "12345678"}, {"b", "1"}}, 14).empty());
  CHECK(object_of({}, 0).empty());
  // a value that is replaced takes no room
  CHECK(object_of({{"a", "123456789"}, {"a", "12345678"}}, 14) == R"({"a":12345678})");
  CHECK(object_of({{"a", "1"}, {"a", "123456789"}}, 14).empty());
}

TEST_CASE("after clearing there is room again", "[extra_keys]") {
  ExtraKeys extra(14);
  extra.add("a", std::string(100, '1'));
  extra.add("b", "1");
  CHECK(extra.object().empty());
  CHECK(extra.is_too_large());
  extra.clear();
  CHECK_FALSE(extra.is_too_large());
  CHECK(extra.object().empty());
  extra.add("b", "1");
  CHECK(extra.object() == R"({"b":1})");
}

}  // namespace
}  // namespace guidepost::indexer
