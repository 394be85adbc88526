// What went wrong, as application/problem+json (RFC 9457).
//
// A code is stable and belongs to one status; docs/http.md lists them. What an outsider should not read (paths, the text of an
// exception) goes to Response::log_note instead.
#pragma once

#include "core/error.h"
#include "server/http_message.h"

#include <array>
#include <string>
#include <string_view>

namespace guidepost::server {

enum class ProblemCode {
  unknown_parameter,
  bad_parameter,
  bad_request,
  bad_body,
  not_found,
  method_not_allowed,
  request_timeout,
  too_large,
  unsupported_media_type,
  uri_too_long,
  headers_too_large,
  internal,
  not_implemented,
  overloaded,
  index_unavailable,
};

inline constexpr std::array all_problem_codes{ProblemCode::unknown_parameter,
                                              ProblemCode::bad_parameter,
                                              ProblemCode::bad_request,
                                              ProblemCode::bad_body,
                                              ProblemCode::not_found,
                                              ProblemCode::method_not_allowed,
                                              ProblemCode::request_timeout,
                                              ProblemCode::too_large,
                                              ProblemCode::unsupported_media_type,
                                              ProblemCode::uri_too_long,
                                              ProblemCode::headers_too_large,
                                              ProblemCode::internal,
                                              ProblemCode::not_implemented,
                                              ProblemCode::overloaded,
                                              ProblemCode::index_unavailable};

std::string_view name_of(ProblemCode code);
unsigned status_of(ProblemCode code);

/// `detail`: for people; any bytes.
Response problem(ProblemCode code, std::string_view detail);

/// A bad_body for a skill that nothing is called. RFC 9457 lets a problem have members of its own: `unknown_skill` is
/// {"name", "nearest"}, `nearest` null where it is empty.
Response unknown_skill_problem(std::string_view detail, std::string_view name,
                               std::string_view nearest);

/// bad_usage and bad_input are the caller's, not_found is what it says; an index that cannot be read is index_unavailable, and
/// everything else internal, both without their details.
Response problem(const Error& error);

}  // namespace guidepost::server
