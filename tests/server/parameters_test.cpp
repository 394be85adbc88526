#include "server/parameters.h"

#include <catch2/catch.hpp>

#include <array>

using namespace guidepost;
using namespace guidepost::server;

namespace {

Request with(std::vector<Parameter> parameters) {
  Request request;
  request.parameters = std::move(parameters);
  return request;
}

}  // namespace

TEST_CASE("what a person typed is never an error", "[parameters]") {
  using Values = std::vector<std::string>;
  const auto [values, expected] = GENERATE(table<Values, std::string>({
      {Values{}, ""},
      {Values{""}, ""},
      {Values{"sql"}, "sql"},
      {Values{"a\xff!"}, "a !"},
      {Values{"sql", "", "python"}, "sql python"},
  }));
  Request request;
  for (const auto& value : values) request.parameters.push_back({"q", value});
  CHECK(typed_text(request, "q") == expected);
}

TEST_CASE("a number is a whole one of its range", "[parameters]") {
  const auto [text, expected] =
      GENERATE(table<std::string, std::size_t>({{"", 8U},
                                                {"1", 1U},
                                                {"50", 50U},
                                                {"007", 7U},
                                                {"0", 0U},
                                                {"51", 0U},
                                                {"-1", 0U},
                                                {"+1", 0U},
                                                {"1.0", 0U},
                                                {" 1", 0U},
                                                {"many", 0U},
                                                {"99999999999999999999", 0U},
                                                {"\xff", 0U}}));
  CAPTURE(text);
  const auto number = number_parameter(with({{"limit", text}}), "limit", 8, {1, 50});
  CHECK(number.value_or(0) == expected);
  if (!number) CHECK(number.error().code == ErrorCode::bad_usage);
}

TEST_CASE("a choice is one of its words", "[parameters]") {
  constexpr std::array<std::string_view, 2> choices{"relevance", "title"};
  CHECK(*choice_parameter(with({}), "sort", choices) == 0);
  CHECK(*choice_parameter(with({{"sort", "title"}}), "sort", choices) == 1);
  const auto near = choice_parameter(with({{"sort", "titel"}}), "sort", choices);
  REQUIRE_FALSE(near);
  CHECK(near.error().hint == "did you mean \"title\"?");
  const auto far = choice_parameter(with({{"sort", "zzzzzz"}}), "sort", choices);
  REQUIRE_FALSE(far);
  CHECK(far.error().hint == "it may be relevance, title");
}

TEST_CASE("a parameter with one value stands once", "[parameters]") {
  CHECK_FALSE(text_parameter(with({{"kind", "a"}, {"kind", "b"}}), "kind"));
  CHECK(text_parameter(with({{"kind", "a"}, {"kind", ""}}), "kind") == "a");
  CHECK_FALSE(text_parameter(with({{"kind", "\xff"}}), "kind"));
}
