#include "server/standard_headers.h"

#include <catch2/catch.hpp>

using namespace guidepost::server;

TEST_CASE("every answer says who it is and that its type is meant", "[standard_headers]") {
  Response response;
  add_standard_headers(response, "/healthz", "1f", "*");
  CHECK(response.header("X-Request-Id") == "1f");
  CHECK(response.header("X-Content-Type-Options") == "nosniff");
  CHECK(response.header("Cache-Control") == "no-cache");
  CHECK(response.header("Date").ends_with(" GMT"));
  CHECK(response.header("Date").size() == std::string("Sun, 06 Nov 1994 08:49:37 GMT").size());
}

TEST_CASE("other sites may read the API from where the configuration says", "[standard_headers]") {
  const auto [path, configured, allowed, vary] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"/v1/search", "*", "*", ""},
          {"/v1/search", "https://a.org", "https://a.org", "Origin"},
          {"/v1/search", "", "", ""},
          {"/", "*", "", ""},
      }));
  Response response;
  response.set("Access-Control-Allow-Methods", "GET");
  add_standard_headers(response, path, "1f", configured);
  CHECK(response.header("Access-Control-Allow-Origin") == allowed);
  CHECK(response.header("Vary") == vary);
  CHECK(response.header("Access-Control-Allow-Methods") == (allowed.empty() ? "" : "GET"));
}
