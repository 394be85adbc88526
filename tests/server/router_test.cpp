#include "server/router.h"

#include "server/target.h"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using namespace guidepost::server;

namespace {

Request request(std::string method, const std::string& target) {
  Target read = read_target(target);
  Request made;
  made.method = std::move(method);
  made.path = std::move(read.path);
  made.segments = std::move(read.segments);
  made.parameters = std::move(read.parameters);
  return made;
}

Router small_router() {
  const auto handler = [](const Request&) { return Response(); };
  const std::vector<std::string> none;
  Router router;
  router.add({"GET", "/", std::nullopt, Runs::on_io_thread, handler});
  router.add(
      {"GET", "/v1/search", std::vector<std::string>{"q", "filter"}, Runs::on_worker, handler});
  router.add({"GET", "/v1/skills/{id}", none, Runs::on_worker, handler});
  router.add({"GET", "/v1/skills/{id}/related", none, Runs::on_worker, handler});
  router.add({"POST", "/v1/skills/{id}/related", none, Runs::on_worker, handler});
  return router;
}

}  // namespace

TEST_CASE("a path and a method lead to one route", "[router]") {
  const auto [method, target, pattern, captured] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"GET", "/", "/", ""},
          {"GET", "/?anything=1", "/", ""},
          {"GET", "/v1/search?q=a&filter=b&filter=c", "/v1/search", ""},
          {"HEAD", "/v1/search", "/v1/search", ""},
          {"GET", "/v1/skills/sql", "/v1/skills/{id}", "sql"},
          {"GET", "/v1/skills/ci%2Fcd", "/v1/skills/{id}", "ci/cd"},
          {"GET", "/v1/skills/ci%2Fcd/related", "/v1/skills/{id}/related", "ci/cd"},
          {"POST", "/v1/skills/sql/related", "/v1/skills/{id}/related", "sql"},
      }));
  CAPTURE(method, target);
  const Router router = small_router();
  Request asked = request(method, target);
  const auto found = router.find(asked);
  REQUIRE(std::holds_alternative<const Route*>(found));
  CHECK(std::get<const Route*>(found)->pattern == pattern);
  CHECK(asked.captured == captured);
}

TEST_CASE("what no route takes is answered with what is near", "[router]") {
  const auto [method, target, status, hint] =
      GENERATE(table<std::string, std::string, unsigned, std::string>({
          {"GET", "/v1/serch", 404, "did you mean \\\"/v1/search\\\"?"},
          {"GET", "/v1/skils/sql", 404, "did you mean \\\"/v1/skills/sql\\\"?"},
          {"GET", "/v1/search/", 404, "did you mean \\\"/v1/search\\\"?"},
          {"GET", "/v1/skills/", 404, "there is no path"},
          {"GET", "/wp-login.php", 404, "there is no path"},
          {"GET", "/\xff", 404, "there is no path"},
          {"GET", "/v1/search?filtr=x", 400, "did you mean \\\"filter\\\"?"},
          {"GET", "/v1/search?zzzzzz=x", 400, "there is no parameter \\\"zzzzzz\\\""},
          {"GET", "/v1/search?%ff=x", 400, "there is no parameter"},
          {"POST", "/v1/search", 405, "does not take POST"},
          {"DELETE", "/v1/skills/sql/related", 405, "does not take DELETE"},
      }));
  CAPTURE(method, target);
  Request asked = request(method, target);
  const auto found = small_router().find(asked);
  REQUIRE(std::holds_alternative<Response>(found));
  const auto& response = std::get<Response>(found);
  CHECK(response.status == status);
  CHECK_THAT(response.body, Catch::Contains(hint));
}

TEST_CASE("a refused method and OPTIONS say what is allowed", "[router]") {
  const auto [method, target, status, allowed] =
      GENERATE(table<std::string, std::string, unsigned, std::string>({
          {"POST", "/v1/search", 405, "GET, HEAD, OPTIONS"},
          {"OPTIONS", "/v1/search", 204, "GET, HEAD, OPTIONS"},
          {"PUT", "/v1/skills/sql/related", 405, "GET, HEAD, POST, OPTIONS"},
          {"OPTIONS", "*", 204, "GET, HEAD, POST, OPTIONS"},
      }));
  CAPTURE(method, target);
  Request asked = request(method, target);
  const auto found = small_router().find(asked);
  REQUIRE(std::holds_alternative<Response>(found));
  CHECK(std::get<Response>(found).status == status);
  CHECK(std::get<Response>(found).header("Allow") == allowed);
}
