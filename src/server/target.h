// A request target, read the way browsers and people write them: tolerant, and never a crash.
//
//   /v1/search?q=c++&facets[]=x  -> {"v1", "search"}, q = "c++", facets[] = "x"
//   /v1/skills/ci%2fcd           -> {"v1", "skills", "ci/cd"}: an escaped slash does not split
//   ?q=50%25+off, ?q=50% off     -> "50% off" both: an escape that is none stands for itself
//   ?q=c%20++ , ?q=a++b          -> "c   ", "a  b": only a word that ends in exactly two raw pluses keeps them
#pragma once

#include "server/http_message.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::server {

struct Target {
  std::string path;                   // as sent; begins with '/', or is "*"
  std::vector<std::string> segments;  // decoded; "/" has none, "/a/" has "a" and ""
  std::vector<Parameter> parameters;  // decoded, any bytes; pairs without a name are left out
};

/// Reads origin-form, absolute-form (its scheme and authority are dropped) and "*". Whatever else stands before the first '/' is
/// kept as part of a path that no route has. Segments hold any bytes.
Target read_target(std::string_view target);

/// Resolves %XX; an escape that is none is kept as it stands.
std::string decode_percent(std::string_view text);

/// decode_percent(), with '+' for a space as forms write it, but for the two of "c++".
std::string decode_query_text(std::string_view text);

}  // namespace guidepost::server
