#include "server/problem.h"

#include <nlohmann/json.hpp>

namespace guidepost::server {
namespace {

constexpr std::string_view retry_after_seconds = "1";

std::string_view title_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::unknown_parameter:
      return "Unknown parameter";
    case ProblemCode::bad_parameter:
      return "Bad parameter";
    case ProblemCode::bad_request:
      return "Bad request";
    case ProblemCode::bad_body:
      return "Bad request body";
    case ProblemCode::not_found:
      return "Not found";
    case ProblemCode::method_not_allowed:
      return "Method not allowed";
    case ProblemCode::request_timeout:
      return "Request timeout";
    case ProblemCode::too_large:
      return "Request body too large";
    case ProblemCode::unsupported_media_type:
      return "Unsupported media type";
    case ProblemCode::uri_too_long:
      return "Request target too long";
    case ProblemCode::headers_too_large:
      return "Request header too large";
    case ProblemCode::internal:
      return "Internal error";
    case ProblemCode::not_implemented:
      return "Not implemented";
    case ProblemCode::overloaded:
      return "Overloaded";
    case ProblemCode::index_unavailable:
      return "Index unavailable";
  }
  return "Internal error";
}

using Json = nlohmann::ordered_json;

Json members(ProblemCode code, std::string_view detail) {
  return {{"type", "/problems/" + std::string(name_of(code))},
          {"title", title_of(code)},
          {"status", status_of(code)},
          {"detail", detail},
          {"code", name_of(code)}};
}

Response response_of(ProblemCode code, const Json& body) {
  Response response;
  response.status = status_of(code);
  response.set("Content-Type", "application/problem+json");
  if (response.status == 503) response.set("Retry-After", std::string(retry_after_seconds));
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

Response hidden(ProblemCode code, std::string_view detail, const Error& error) {
  Response response = problem(code, detail);
  response.log_note = to_string(error);
  return response;
}

}  // namespace

std::string_view name_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::unknown_parameter:
      return "unknown-parameter";
    case ProblemCode::bad_parameter:
      return "bad-parameter";
    case ProblemCode::bad_request:
      return "bad-request";
    case ProblemCode::bad_body:
      return "bad-body";
    case ProblemCode::not_found:
      return "not-found";
    case ProblemCode::method_not_allowed:
      return "method-not-allowed";
    case ProblemCode::request_timeout:
      return "request-timeout";
    case ProblemCode::too_large:
      return "too-large";
    case ProblemCode::unsupported_media_type:
      return "unsupported-media-type";
    case ProblemCode::uri_too_long:
      return "uri-too-long";
    case ProblemCode::headers_too_large:
      return "headers-too-large";
    case ProblemCode::internal:
      return "internal";
    case ProblemCode::not_implemented:
      return "not-implemented";
    case ProblemCode::overloaded:
      return "overloaded";
    case ProblemCode::index_unavailable:
      return "index-unavailable";
  }
  return "internal";
}

unsigned status_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::unknown_parameter:
    case ProblemCode::bad_parameter:
    case ProblemCode::bad_request:
    case ProblemCode::bad_body:
      return 400;
    case ProblemCode::not_found:
      return 404;
    case ProblemCode::method_not_allowed:
      return 405;
    case ProblemCode::request_timeout:
      return 408;
    case ProblemCode::too_large:
      return 413;
    case ProblemCode::uri_too_long:
      return 414;
    case ProblemCode::unsupported_media_type:
      return 415;
    case ProblemCode::headers_too_large:
      return 431;
    case ProblemCode::internal:
      return 500;
    case ProblemCode::not_implemented:
      return 501;
    case ProblemCode::overloaded:
    case ProblemCode::index_unavailable:
      return 503;
  }
  return 500;
}

Response problem(ProblemCode code, std::string_view detail) {
  return response_of(code, members(code, detail));
}

Response unknown_skill_problem(std::string_view detail, std::string_view name,
                               std::string_view nearest) {
  Json body = members(ProblemCode::bad_body, detail);
  body["unknown_skill"] = {{"name", name},
                           {"nearest", nearest.empty() ? Json(nullptr) : Json(nearest)}};
  return response_of(ProblemCode::bad_body, body);
}

Response problem(const Error& error) {
  // Where an error stands is a path of this machine: never shown.
  const std::string detail = to_string(Error{error.code, error.message, error.hint, {}});
  switch (error.code) {
    case ErrorCode::bad_usage:
    case ErrorCode::bad_input:
      return problem(ProblemCode::bad_parameter, detail);
    case ErrorCode::not_found:
      return problem(ProblemCode::not_found, detail);
    case ErrorCode::index_missing:
    case ErrorCode::index_damaged:
    case ErrorCode::index_incompatible:
    case ErrorCode::index_busy:
      return hidden(ProblemCode::index_unavailable, "the index cannot be read at the moment",
                    error);
    case ErrorCode::io_failed:
    case ErrorCode::internal:
      return hidden(ProblemCode::internal,
                    "the server failed; its log has the reason under this answer's X-Request-Id",
                    error);
  }
  return problem(ProblemCode::internal, "");
}

}  // namespace guidepost::server
