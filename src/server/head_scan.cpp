#include "server/head_scan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace guidepost::server {
namespace {

HeadScan refused(ProblemCode code, std::string detail) {
  return {HeadScan::State::refused, 0, {code, std::move(detail)}};
}

/// A method begins with a letter. Anything else is no HTTP (often the first byte of TLS) and not worth waiting for.
bool may_begin_request(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Length of the target as far as it has arrived. `line` may be cut anywhere.
std::size_t target_bytes(std::string_view line) {
  const std::size_t begin = line.find(' ');
  if (begin == std::string_view::npos) return 0;
  return std::min(line.find(' ', begin + 1), line.size()) - begin - 1;
}

/// The first CR or LF of `bytes` that is not part of CR LF; a CR at the very end may still become one.
std::optional<std::size_t> stray_line_end(std::string_view bytes) {
  for (std::size_t at = bytes.find_first_of("\r\n"); at != std::string_view::npos;
       at = bytes.find_first_of("\r\n", at + 2)) {
    if (bytes[at] == '\n') return at;
    if (at + 1 < bytes.size() && bytes[at + 1] != '\n') return at;
  }
  return std::nullopt;
}

}  // namespace

HeadScan scan_head(std::string_view received, const HeadLimits& limits) {
  constexpr std::string_view empty_line = "\r\n\r\n";
  const std::size_t end = received.find(empty_line);
  const bool is_whole = end != std::string_view::npos;
  const std::string_view head = is_whole ? received.substr(0, end + empty_line.size()) : received;

  if (!may_begin_request(head.front())) {
    return refused(ProblemCode::bad_request, "this is no HTTP request");
  }
  if (stray_line_end(head)) {
    return refused(ProblemCode::bad_request, "a line must end with CR LF");
  }
  const std::string_view request_line = head.substr(0, head.find('\r'));
  if (target_bytes(request_line) > limits.target_bytes) {
    return refused(ProblemCode::uri_too_long,
                   "the request target may have " + std::to_string(limits.target_bytes) + " bytes");
  }
  if (head.size() > limits.header_bytes) {
    return refused(ProblemCode::headers_too_large,
                   "the request header may have " + std::to_string(limits.header_bytes) + " bytes");
  }
  std::size_t fields = 0;
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos && at + 2 < head.size();
       at = head.find("\r\n", at + 2)) {
    const char first = head[at + 2];
    if (first == ' ' || first == '\t') {
      return refused(ProblemCode::bad_request, "a header field must stand on one line");
    }
    if (first != '\r' && ++fields > limits.header_fields) {
      return refused(
          ProblemCode::headers_too_large,
          "a request may have " + std::to_string(limits.header_fields) + " header fields");
    }
  }
  if (!is_whole) return {};
  return {HeadScan::State::complete, head.size(), {}};
}

}  // namespace guidepost::server
