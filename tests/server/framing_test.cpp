#include "server/framing.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace guidepost::server;

namespace {

using Headers = std::vector<Header>;

const Header host{"host", "x"};

MessageHead head(Headers headers, std::string method = "POST", std::string target = "/") {
  return {std::move(method), std::move(target), 11, std::move(headers)};
}

/// The status it is refused with, 0 when it may be read on.
unsigned status(const MessageHead& message) {
  const auto refusal = refuse(message);
  return refusal ? status_of(refusal->code) : 0;
}

}  // namespace

TEST_CASE("a body has one length that everybody agrees on", "[framing]") {
  const auto [headers, expected] = GENERATE(table<Headers, unsigned>({
      {Headers{}, 0},
      {Headers{{"content-length", "0"}}, 0},
      {Headers{{"content-length", "17"}}, 0},
      {Headers{{"transfer-encoding", "chunked"}}, 0},
      {Headers{{"transfer-encoding", "Chunked"}}, 0},
      {Headers{{"content-length", "3"}, {"content-length", "3"}}, 400},
      {Headers{{"content-length", "3, 3"}}, 400},
      {Headers{{"content-length", "+3"}}, 400},
      {Headers{{"content-length", "-1"}}, 400},
      {Headers{{"content-length", "0x3"}}, 400},
      {Headers{{"content-length", ""}}, 400},
      {Headers{{"content-length", "3"}, {"transfer-encoding", "chunked"}}, 400},
      {Headers{{"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}, 400},
      {Headers{{"transfer-encoding", "identity"}, {"transfer-encoding", "chunked"}}, 400},
      {Headers{{"transfer-encoding", "xchunked"}}, 501},
      {Headers{{"transfer-encoding", "chunked, gzip"}}, 501},
      {Headers{{"transfer-encoding", "gzip, chunked"}}, 501},
      {Headers{{"transfer-encoding", "identity"}}, 501},
      {Headers{{"transfer-encoding", ""}}, 501},
  }));
  Headers all = headers;
  all.push_back(host);
  CAPTURE(headers.empty() ? "" : headers.front().value);
  CHECK(status(head(all)) == expected);
}

TEST_CASE("a request names one host", "[framing]") {
  const auto [headers, expected] = GENERATE(table<Headers, unsigned>({
      {Headers{{"host", "example.org"}}, 0},
      {Headers{{"host", "[::1]:8080"}}, 0},
      {Headers{{"host", ""}}, 0},
      {Headers{}, 400},
      {Headers{{"host", "a"}, {"host", "a"}}, 400},
      {Headers{{"host", "a, b"}}, 400},
      {Headers{{"host", "a/b"}}, 400},
      {Headers{{"host", "user@a"}}, 400},
  }));
  CHECK(status(head(headers, "GET")) == expected);
}

TEST_CASE("HTTP/1.0 needs no host and knows no transfer coding", "[framing]") {
  MessageHead old = head({}, "GET");
  old.version = 10;
  CHECK(status(old) == 0);
  old.headers = {{"transfer-encoding", "chunked"}};
  CHECK(status(old) == 400);
  old.headers = {};
  old.version = 20;
  CHECK(status(old) == 400);
}

TEST_CASE("methods that HTTP knows pass, others are not implemented", "[framing]") {
  const auto [method, expected] = GENERATE(table<std::string, unsigned>({{"GET", 0},
                                                                         {"HEAD", 0},
                                                                         {"OPTIONS", 0},
                                                                         {"DELETE", 0},
                                                                         {"get", 501},
                                                                         {"BREW", 501},
                                                                         {"CONNECT", 501}}));
  CHECK(status(head({host}, method)) == expected);
}

TEST_CASE("a target is a path, an address or the star of OPTIONS", "[framing]") {
  const auto [method, target, expected] = GENERATE(table<std::string, std::string, unsigned>({
      {"GET", "/", 0},
      {"GET", "/v1/search?q=caf\xc3\xa9", 0},
      {"GET", "/v1/search?q=\xff\xfe", 0},  // a search text is never an error
      {"GET", "/v1/skills/caf\xc3\xa9", 0},
      {"GET", "/v1/skills/\xff", 400},
      {"GET", "http://example.org/v1/search", 0},
      {"GET", "v1/search", 400},
      {"GET", "*", 400},
      {"OPTIONS", "*", 0},
  }));
  CAPTURE(target);
  CHECK(status(head({host}, method, target)) == expected);
}

TEST_CASE("only HTTP/1.1 clients wait for permission to send a body", "[framing]") {
  MessageHead message = head({host, {"expect", "100-Continue"}});
  CHECK(expects_continue(message));
  message.version = 10;
  CHECK_FALSE(expects_continue(message));
  CHECK_FALSE(expects_continue(head({host})));
}
