#include "server/problem.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace guidepost;
using namespace guidepost::server;

TEST_CASE("a problem has the members of RFC 9457 and a stable code", "[problem]") {
  const Response response = problem(ProblemCode::unknown_parameter, "there is no \"x\"");
  CHECK(response.status == 400);
  CHECK(response.header("Content-Type") == "application/problem+json");
  CHECK(nlohmann::json::parse(response.body) ==
        nlohmann::json({{"type", "/problems/unknown-parameter"},
                        {"title", "Unknown parameter"},
                        {"status", 400},
                        {"detail", "there is no \"x\""},
                        {"code", "unknown-parameter"}}));
}

TEST_CASE("codes and their statuses are those of docs/http.md", "[problem]") {
  const auto [name, status] =
      GENERATE(table<std::string, unsigned>({{"unknown-parameter", 400},
                                             {"bad-parameter", 400},
                                             {"bad-request", 400},
                                             {"bad-body", 400},
                                             {"not-found", 404},
                                             {"method-not-allowed", 405},
                                             {"request-timeout", 408},
                                             {"too-large", 413},
                                             {"unsupported-media-type", 415},
                                             {"uri-too-long", 414},
                                             {"headers-too-large", 431},
                                             {"internal", 500},
                                             {"not-implemented", 501},
                                             {"overloaded", 503},
                                             {"index-unavailable", 503}}));
  std::size_t found = 0;
  for (const ProblemCode code : all_problem_codes) {
    if (name_of(code) != name) continue;
    ++found;
    CHECK(status_of(code) == status);
  }
  CHECK(found == 1);
}

TEST_CASE("an error shows what a caller can use, and keeps the rest for the log", "[problem]") {
  const auto [code, status, is_shown] = GENERATE(table<ErrorCode, unsigned, bool>({
      {ErrorCode::bad_usage, 400, true},
      {ErrorCode::bad_input, 400, true},
      {ErrorCode::not_found, 404, true},
      {ErrorCode::index_missing, 503, false},
      {ErrorCode::index_damaged, 503, false},
      {ErrorCode::index_incompatible, 503, false},
      {ErrorCode::index_busy, 503, false},
      {ErrorCode::io_failed, 500, false},
      {ErrorCode::internal, 500, false},
  }));
  const Response response = problem(Error{code, "the message", "the hint", {"/secret/path", 1}});
  CHECK(response.status == status);
  CHECK((response.body.find("the message; the hint") != std::string::npos) == is_shown);
  CHECK(response.body.find("/secret/path") == std::string::npos);
  CHECK((response.log_note.find("/secret/path:1: the message") != std::string::npos) == !is_shown);
}

TEST_CASE("a skill that nothing is called is data beside the sentence", "[problem]") {
  const auto [nearest, expected] = GENERATE(table<std::string, nlohmann::json>(
      {{"PostgreSQL", "PostgreSQL"}, {"", nullptr}, {"\xff", "\xef\xbf\xbd"}}));
  const Response response = unknown_skill_problem("there is none", "postgress \"sql\"", nearest);
  CHECK(response.status == 400);
  const auto body = nlohmann::json::parse(response.body);
  CHECK(body["code"] == "bad-body");
  CHECK(body["detail"] == "there is none");
  CHECK(body["unknown_skill"] ==
        nlohmann::json({{"name", "postgress \"sql\""}, {"nearest", expected}}));
}

TEST_CASE("a client that comes too early is told when to come back", "[problem]") {
  CHECK(problem(ProblemCode::overloaded, "").header("Retry-After") == "1");
  CHECK(problem(ProblemCode::not_found, "").header("Retry-After").empty());
}

TEST_CASE("bytes that are no text do not break the answer", "[problem]") {
  const Response response = problem(ProblemCode::not_found, "\xff\xfe");
  CHECK_NOTHROW(nlohmann::json::parse(response.body));
}
