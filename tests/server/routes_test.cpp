// All routes of the server, without an index: what they promise, and what they answer while there is none.
#include "server/routes.h"

#include "server/openapi_file.h"
#include "server/target.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <set>
#include <sstream>
#include <string>

using namespace guidepost;
using namespace guidepost::server;

namespace {

constexpr std::array<EmbeddedFile, 2> small_site{
    {{"index.html", "<!DOCTYPE html>"}, {"app.js", "export {}"}}};

class ServerWithoutIndex {
 public:
  Response ask(const std::string& target, std::vector<Header> headers = {}) {
    return answer(target, std::move(headers), {});
  }

  Response post(const std::string& target, const std::string& body, const std::string& type) {
    Request request;
    request.method = "POST";
    request.body = body;
    return answer(target, {{"content-type", type}}, std::move(request));
  }

 private:
  Response answer(const std::string& target, std::vector<Header> headers, Request request) {
    Target read = read_target(target);
    request.path = read.path;
    request.segments = std::move(read.segments);
    request.parameters = std::move(read.parameters);
    request.headers = std::move(headers);
    const auto found = router.find(request);
    if (const auto* response = std::get_if<Response>(&found)) return *response;
    return std::get<const Route*>(found)->handler(request);
  }

  guidepost::test::TemporaryDirectory directory_;
  std::ostringstream stream_;
  Log log_ = Log::to(stream_, AccessLog::off);

 public:
  Serving serving{IndexDirectory(directory_.path()), log_};
  WebAssets assets{small_site};
  Router router = routes(serving, assets);
};

}  // namespace

TEST_CASE("the OpenAPI document has every route with its parameters, and no other", "[routes]") {
  const auto document = nlohmann::json::parse(openapi_file());
  CHECK(document["openapi"] == "3.1.0");
  const ServerWithoutIndex server;
  std::set<std::string> routed;
  for (const Route& route : server.router.routes()) {
    CAPTURE(route.pattern);
    routed.insert(route.pattern);
    REQUIRE(document["paths"].contains(route.pattern));
    const std::string method = route.method == "GET" ? "get" : "post";
    REQUIRE(document["paths"][route.pattern].contains(method));
    std::set<std::string> documented;
    for (const auto& parameter :
         document["paths"][route.pattern][method].value("parameters", nlohmann::json::array())) {
      if (parameter["in"] == "query") documented.insert(parameter["name"]);
    }
    const auto known = route.parameters.value_or(std::vector<std::string>());
    CHECK(documented == std::set<std::string>(known.begin(), known.end()));
  }
  for (const auto& [path, item] : document["paths"].items()) CHECK(routed.contains(path));
}

TEST_CASE("every reference of the OpenAPI document leads somewhere", "[routes]") {
  const auto document = nlohmann::json::parse(openapi_file());
  std::size_t references = 0;
  const auto flat = document.flatten();
  for (const auto& [place, value] : flat.items()) {
    if (!place.ends_with("/$ref")) continue;
    ++references;
    CAPTURE(place);
    CHECK(document.contains(nlohmann::json::json_pointer(value.get<std::string>().substr(1))));
  }
  CHECK(references > 50);
}

TEST_CASE("without an index the process lives, is not ready, and answers that it has none",
          "[routes]") {
  const auto [target, status] = GENERATE(table<std::string, unsigned>({
      {"/healthz", 200},
      {"/readyz", 503},
      {"/version", 200},
      {"/openapi.json", 200},
      {"/v1/search?q=x", 503},
      {"/v1/suggest?q=x", 503},
      {"/v1/guides/x", 503},
      {"/v1/tips/x", 503},
      {"/v1/skills", 503},
      {"/v1/skills/x", 503},
      {"/v1/skills/x/related", 503},
      {"/v1/guides/x/similar", 503},
      {"/v1/guides/x/next", 503},
      {"/v1/search?limit=x", 400},
      {"/v1/suggest?limit=0", 400},
      {"/v1/skills?kind=tecnology", 400},
      {"/v1/skills/x/related?limit=101", 400},
      {"/v1/guides/x/similar?limit=0", 400},
      {"/v1/guides/x/next?limit=101", 400},
      {"/v1/guides/x/next?limt=1", 400},
      {"/v1/recommend/gap", 405},
      {"/", 200},
      {"/?q=x&utm_source=y", 200},
      {"/guides/backend-developer", 200},
      {"/assets/app.js", 200},
      {"/assets/none.js", 404},
      {"/assets/../CMakeLists.txt", 404},
      {"/assets/%2e%2e/README.md", 404},
      {"/assets/..%2fREADME.md", 404},
  }));
  CAPTURE(target);
  ServerWithoutIndex server;
  CHECK(server.ask(target).status == status);
}

TEST_CASE("a question with a body is read before there is an index to answer it", "[routes]") {
  const std::string json = "application/json";
  const auto [target, body, type, status] =
      GENERATE_COPY(table<std::string, std::string, std::string, unsigned>({
          {"/v1/recommend/skills", R"({"have": ["sql"]})", json, 503},
          {"/v1/recommend/skills", R"({"role": "x", "limit": 5})", json, 503},
          {"/v1/recommend/skills", "{}", json, 400},
          {"/v1/recommend/roles", R"({"have": ["sql"]})", json, 503},
          {"/v1/recommend/roles", R"({"have": []})", json, 400},
          {"/v1/recommend/roles", R"({"have": ["sql"], "role": "x"})", json, 400},
          {"/v1/recommend/gap", R"({"role": "x"})", json, 503},
          {"/v1/recommend/gap", R"({"have": ["sql"]})", json, 400},
          {"/v1/recommend/gap", "role=x", json, 400},
          {"/v1/recommend/gap?limit=3", R"({"role": "x"})", json, 400},
          {"/v1/recommend/gap", R"({"role": "x"})", "text/plain", 415},
          {"/v1/recommend/gap", R"({"role": "x"})", "", 415},
          {"/v1/recommend/gapp", R"({"role": "x"})", json, 404},
          {"/v1/guides/x/similar", "{}", json, 405},
      }));
  CAPTURE(target, body, type);
  ServerWithoutIndex server;
  const Response answer = server.post(target, body, type);
  CHECK(answer.status == status);
  CHECK(answer.header("Content-Type") == "application/problem+json");
}

TEST_CASE("a server that stops is not ready", "[routes]") {
  ServerWithoutIndex server;
  server.serving.leave();
  CHECK_THAT(server.ask("/readyz").body, Catch::Contains("the server is stopping"));
}

TEST_CASE("the site comes with its policy, and not again when the client has it", "[routes]") {
  ServerWithoutIndex server;
  const Response first = server.ask("/assets/app.js");
  CHECK(first.header("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(first.header("Content-Security-Policy").starts_with("default-src 'none'"));
  CHECK(first.header("Referrer-Policy") == "no-referrer");
  CHECK(first.body == "export {}");
  const std::string tag(first.header("ETag"));
  REQUIRE(tag.size() == 18);
  const Response again = server.ask("/assets/app.js", {{"if-none-match", tag}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(server.ask("/").body == "<!DOCTYPE html>");
}

TEST_CASE("what index.html loads is embedded with it", "[routes]") {
  const WebAssets assets(web_files());
  const WebAsset* page = assets.find("index.html");
  REQUIRE(page != nullptr);
  constexpr std::string_view folder = "\"/assets/";
  std::size_t loaded = 0;
  for (std::size_t at = page->bytes.find(folder); at != std::string_view::npos;
       at = page->bytes.find(folder, at + 1), ++loaded) {
    const std::size_t begin = at + folder.size();
    const std::string name(page->bytes.substr(begin, page->bytes.find('"', begin) - begin));
    CAPTURE(name);
    CHECK(assets.find(name) != nullptr);
  }
  CHECK(loaded > 0);
}
