#include "server/head_scan.h"

#include <catch2/catch.hpp>

#include <string>

using namespace guidepost::server;
using State = HeadScan::State;

namespace {

constexpr HeadLimits small{200, 20, 3};

}  // namespace

TEST_CASE("a head ends with its empty line, whatever follows", "[head_scan]") {
  const std::string head = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  const HeadScan scan = scan_head(head + "GET / HTTP/1.1\r\n", small);
  CHECK(scan.state == State::complete);
  CHECK(scan.bytes == head.size());
}

TEST_CASE("what may still become a head is waited for", "[head_scan]") {
  const std::string head = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  for (std::size_t size = 1; size < head.size(); ++size) {
    CAPTURE(head.substr(0, size));
    CHECK(scan_head(head.substr(0, size), small).state == State::incomplete);
  }
}

TEST_CASE("what cannot become an acceptable head is refused as soon as that is seen",
          "[head_scan]") {
  const auto [bytes, code] = GENERATE(table<std::string, ProblemCode>({
      {"\x16\x03\x01", ProblemCode::bad_request},
      {"GET / HTTP/1.1\n", ProblemCode::bad_request},
      {"GET / HTTP/1.1\rHost", ProblemCode::bad_request},
      {"GET / HTTP/1.1\r\nA: b\r\n c", ProblemCode::bad_request},
      {"GET / HTTP/1.1\r\n\tA: b", ProblemCode::bad_request},
      {"GET /" + std::string(20, 'a'), ProblemCode::uri_too_long},
      {"GET /" + std::string(20, 'a') + " HTTP/1.1\r\n", ProblemCode::uri_too_long},
      {"GET / HTTP/1.1\r\nA: " + std::string(200, 'a'), ProblemCode::headers_too_large},
      {"GET / HTTP/1.1\r\nA:b\r\nA:b\r\nA:b\r\nA:b\r\n", ProblemCode::headers_too_large},
  }));
  CAPTURE(bytes);
  const HeadScan scan = scan_head(bytes, small);
  CHECK(scan.state == State::refused);
  CHECK(scan.refusal.code == code);
}

TEST_CASE("limits themselves are allowed", "[head_scan]") {
  CHECK(scan_head("GET /" + std::string(19, 'a') + " HTTP/1.1\r\n\r\n", small).state ==
        State::complete);
  CHECK(scan_head("GET / HTTP/1.1\r\nA:b\r\nA:b\r\nA:b\r\n\r\n", small).state == State::complete);
}
