// Where the head of a request ends in the bytes that have arrived, and whether those bytes may be parsed at all.
//
// Beast parses the head afterwards. What it would accept or hide is refused here, on the raw bytes: folded lines, a bare LF or CR,
// too many fields; and so is what is too long, before the rest of it has arrived.
#pragma once

#include "server/problem.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::server {

struct HeadLimits {
  std::size_t header_bytes = std::size_t{8} * 1024;  // request line and all fields
  std::size_t target_bytes = std::size_t{4} * 1024;
  std::size_t header_fields = 64;
};

/// Why a request is answered before any handler sees it. The connection closes after it: where the next request begins is unknown.
struct Refusal {
  ProblemCode code = ProblemCode::bad_request;
  std::string detail;
};

struct HeadScan {
  enum class State { incomplete, complete, refused };
  State state = State::incomplete;
  std::size_t bytes = 0;  // of the head with its empty line, when complete
  Refusal refusal;        // when refused
};

/// `received`: everything since the end of the last message, not empty. O(received).
HeadScan scan_head(std::string_view received, const HeadLimits& limits);

}  // namespace guidepost::server
