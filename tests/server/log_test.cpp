#include "server/log.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace guidepost::server;

namespace {

AccessLine answered(unsigned status) {
  return {"1f", "GET", "/v1/search", status, 812, 3.25, "127.0.0.1", status < 500 ? "" : "why"};
}

}  // namespace

TEST_CASE("a request is one line of JSON", "[log]") {
  std::ostringstream stream;
  Log::to(stream, AccessLog::on).request(answered(200));
  const auto line = nlohmann::json::parse(stream.str());
  CHECK(line["event"] == "request");
  CHECK(line["id"] == "1f");
  CHECK(line["method"] == "GET");
  CHECK(line["path"] == "/v1/search");
  CHECK(line["status"] == 200);
  CHECK(line["bytes"] == 812);
  CHECK(line["ms"] == 3.25);
  CHECK(line["remote"] == "127.0.0.1");
  CHECK_FALSE(line.contains("note"));
  CHECK(line["time"].get<std::string>().size() == std::string("2024-05-01T10:00:00.123Z").size());
}

TEST_CASE("without an access log only failures of the server are told", "[log]") {
  std::ostringstream stream;
  const Log log = Log::to(stream, AccessLog::off);
  log.request(answered(200));
  log.request(answered(404));
  CHECK(stream.str().empty());
  log.request(answered(500));
  CHECK(nlohmann::json::parse(stream.str())["note"] == "why");
}

TEST_CASE("no text breaks a line", "[log]") {
  std::ostringstream stream;
  Log::to(stream, AccessLog::on).event(Severity::warning, "odd", {{"reason", "a\nb\"c\xff{}"}});
  const std::string text = stream.str();
  CHECK(text.find('\n') == text.size() - 1);
  CHECK(nlohmann::json::parse(text)["reason"] == "a\nb\"c\xef\xbf\xbd{}");
}
