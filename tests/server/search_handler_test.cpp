#include "server/search_handler.h"

#include "server/target.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace guidepost;
using namespace guidepost::server;

namespace {

Result<SearchRequest> read(const std::string& query) {
  Request request;
  request.parameters = read_target("/v1/search?" + query).parameters;
  return search_request(request);
}

}  // namespace

TEST_CASE("nothing given asks for everything, ten at a time, with all facets", "[search_handler]") {
  const auto request = read("");
  REQUIRE(request);
  CHECK(request->text.empty());
  CHECK(request->filters.empty());
  CHECK(request->facets.size() == facet_field_count);
  CHECK(request->limit == 10);
  CHECK(request->offset == 0);
  CHECK(request->sort == Sort::relevance);
  CHECK(request->group == Group::none);
  CHECK(request->typing == Typing::finished);
  CHECK(request->explain == Explain::no);
}

TEST_CASE("everything given is read", "[search_handler]") {
  const auto request = read(
      "q=c++&filter=type:tip&filter=skill:a:b&facet=role&facet=role&group=guide&sort=-title&limit="
      "0&"
      "offset=1000&typing=true&explain=true");
  REQUIRE(request);
  CHECK(request->text == "c++");
  CHECK(request->filters ==
        std::vector<Filter>{{FacetField::type, "tip"}, {FacetField::skill, "a:b"}});
  CHECK(request->facets == std::vector{FacetField::role});
  CHECK(request->limit == 0);
  CHECK(request->offset == 1000);
  CHECK(request->sort == Sort::title_descending);
  CHECK(request->group == Group::guide);
  CHECK(request->typing == Typing::in_progress);
  CHECK(request->explain == Explain::yes);
}

TEST_CASE("an empty facet counts none, and fields left empty in a form count as not given",
          "[search_handler]") {
  const auto request = read("facet=&filter=&group=&sort=&limit=&offset=");
  REQUIRE(request);
  CHECK(request->facets.empty());
  CHECK(request->filters.empty());
  CHECK(request->limit == 10);
}

TEST_CASE("a parameter around the text can be wrong, and the answer says how", "[search_handler]") {
  const auto [query, message] = GENERATE(table<std::string, std::string>({
      {"filter=secton:interview", "there is no field \"secton\"; did you mean \"section\"?"},
      {"filter=interview", "the filter \"interview\" is not of the form FIELD:VALUE"},
      {"filter=role:", "the filter \"role:\" is not of the form FIELD:VALUE"},
      {"filter=role:%ff", "filter is not UTF-8"},
      {"facet=skil", "did you mean \"skill\"?"},
      {"group=role", "there is no grouping \"role\"; use one of: guide"},
      {"sort=titel", "did you mean \"title\"?"},
      {"limit=101", "limit must be a whole number from 0 to 100"},
      {"offset=1001", "offset must be a whole number from 0 to 1000"},
      {"typing=yes", "it may be false, true"},
      {"explain=1", "it may be false, true"},
      {"limit=1&limit=2", "limit stands more than once"},
  }));
  CAPTURE(query);
  const auto request = read(query);
  REQUIRE_FALSE(request);
  CHECK(request.error().code == ErrorCode::bad_usage);
  CHECK_THAT(to_string(request.error()), Catch::Contains(message));
}
