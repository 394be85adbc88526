// Whether everyone who reads this head would see the same request in it.
//
// A proxy and a server that disagree about where a body ends let one client's bytes become another's request. Beast accepts some
// heads on which they may (two equal Content-Lengths, "Transfer-Encoding: xchunked"); those are refused and the connection closed.
// After RFC 9112, sections 3.2 and 6.
#pragma once

#include "server/head_scan.h"
#include "server/http_message.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::server {

struct MessageHead {
  std::string method;
  std::string target;
  unsigned version = 11;        // 10 or 11
  std::vector<Header> headers;  // as they came, names in lower case
};

/// Nothing when the request may be read on.
std::optional<Refusal> refuse(const MessageHead& head);

/// Whether the client waits for "100 Continue" before it sends the body.
bool expects_continue(const MessageHead& head);

}  // namespace guidepost::server
