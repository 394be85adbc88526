#include "server/framing.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace guidepost::server {
namespace {

constexpr std::array<std::string_view, 8> known_methods{"GET",    "HEAD",    "POST",  "PUT",
                                                        "DELETE", "OPTIONS", "PATCH", "TRACE"};

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

std::vector<std::string_view> values_of(const MessageHead& head, std::string_view name) {
  std::vector<std::string_view> values;
  for (const Header& header : head.headers) {
    if (header.name == name) values.push_back(header.value);
  }
  return values;
}

Refusal bad_request(std::string detail) { return {ProblemCode::bad_request, std::move(detail)}; }

std::optional<Refusal> refuse_method(const MessageHead& head) {
  if (std::find(known_methods.begin(), known_methods.end(), head.method) != known_methods.end()) {
    return std::nullopt;
  }
  return Refusal{ProblemCode::not_implemented, "the method is unknown here"};
}

std::optional<Refusal> refuse_target(const MessageHead& head) {
  const std::string_view target = head.target;
  if (target == "*" && head.method == "OPTIONS") return std::nullopt;
  if (!target.starts_with('/') && !target.starts_with("http://") &&
      !target.starts_with("https://")) {
    return bad_request("the request target must begin with \"/\"");
  }
  // Browsers escape these; people and their scripts do not. What cannot be text is no name of anything here.
  if (first_invalid_utf8(target.substr(0, target.find('?')))) {
    return bad_request("the path is not UTF-8");
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_host(const MessageHead& head) {
  const auto hosts = values_of(head, "host");
  if (hosts.empty() && head.version >= 11) return bad_request("there is no Host");
  if (hosts.size() > 1) return bad_request("there is more than one Host");
  if (!hosts.empty() && hosts.front().find_first_of(" \t,/\\@?#") != std::string_view::npos) {
    return bad_request("the Host is not a host name");
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_body(const MessageHead& head) {
  const auto codings = values_of(head, "transfer-encoding");
  const auto lengths = values_of(head, "content-length");
  if (lengths.size() > 1) return bad_request("there is more than one Content-Length");
  if (!lengths.empty() &&
      (lengths.front().empty() ||
       lengths.front().find_first_not_of("0123456789") != std::string_view::npos)) {
    return bad_request("the Content-Length is not a number");
  }
  if (codings.empty()) return std::nullopt;
  if (!lengths.empty())
    return bad_request("Transfer-Encoding and Content-Length exclude each other");
  if (head.version < 11) return bad_request("HTTP/1.0 has no Transfer-Encoding");
  if (codings.size() > 1) return bad_request("there is more than one Transfer-Encoding");
  if (!equal_ignoring_case(codings.front(), "chunked")) {
    return Refusal{ProblemCode::not_implemented,
                   "the only Transfer-Encoding known here is chunked"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> refuse(const MessageHead& head) {
  if (head.version != 10 && head.version != 11) {
    return bad_request("the version must be HTTP/1.1 or HTTP/1.0");
  }
  for (const auto check : {refuse_body, refuse_host, refuse_target, refuse_method}) {
    if (auto refusal = check(head)) return refusal;
  }
  return std::nullopt;
}

bool expects_continue(const MessageHead& head) {
  if (head.version < 11) return false;
  const auto expectations = values_of(head, "expect");
  return std::any_of(expectations.begin(), expectations.end(), [](std::string_view value) {
    return equal_ignoring_case(value, "100-continue");
  });
}

}  // namespace guidepost::server
