#include "server/router.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"
#include "server/problem.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace guidepost::server {
namespace {

constexpr std::size_t shown_bytes = 200;

std::vector<std::string_view> split(std::string_view pattern) {
  std::vector<std::string_view> segments;
  pattern.remove_prefix(1);
  while (!pattern.empty()) {
    const std::size_t slash = std::min(pattern.find('/'), pattern.size());
    segments.push_back(pattern.substr(0, slash));
    pattern.remove_prefix(std::min(slash + 1, pattern.size()));
  }
  return segments;
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }

/// What stands in the place of the {}, empty when the pattern has none; nothing when the path does not match. An empty segment fills no {}.
std::optional<std::string> match(std::string_view pattern, const std::vector<std::string>& path) {
  const auto segments = split(pattern);
  if (segments.size() != path.size()) return std::nullopt;
  std::string captured;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (is_placeholder(segments[i]) && !path[i].empty()) {
      captured = path[i];
    } else if (segments[i] != path[i]) {
      return std::nullopt;
    }
  }
  return captured;
}

bool takes(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

std::string allowed_methods(const std::vector<const Route*>& routes) {
  std::string allowed;
  for (const Route* route : routes) {
    allowed += route->method + ", ";
    if (route->method == "GET") allowed += "HEAD, ";
  }
  return allowed + "OPTIONS";
}

Response no_content(const std::string& allowed) {
  Response response;
  response.status = 204;
  response.set("Allow", allowed);
  response.set("Access-Control-Allow-Methods", allowed);
  response.set("Access-Control-Allow-Headers", "Content-Type");
  response.set("Access-Control-Max-Age", "86400");
  return response;
}

std::optional<Response> unknown_parameter(const Route& route, const Request& request) {
  if (!route.parameters) return std::nullopt;
  const std::vector<std::string>& known = *route.parameters;
  for (const Parameter& parameter : request.parameters) {
    if (std::find(known.begin(), known.end(), parameter.name) != known.end()) continue;
    std::string detail =
        "there is no parameter \"" + clean_utf8(parameter.name, shown_bytes) + "\"";
    const std::string near = nearest(parameter.name, std::span<const std::string>(known));
    if (!near.empty()) detail += "; did you mean \"" + near + "\"?";
    return problem(ProblemCode::unknown_parameter, detail);
  }
  return std::nullopt;
}

}  // namespace

void Router::add(Route route) { routes_.push_back(std::move(route)); }

std::variant<const Route*, Response> Router::find(Request& request) const {
  if (request.path == "*") return no_content("GET, HEAD, POST, OPTIONS");
  std::vector<const Route*> here;
  for (const Route& route : routes_) {
    if (auto captured = match(route.pattern, request.segments)) {
      request.captured = std::move(*captured);
      here.push_back(&route);
    }
  }
  if (here.empty()) {
    std::string detail = "there is no path \"" + clean_utf8(request.path, shown_bytes) + "\"";
    const std::string near = nearest_path(request);
    if (!near.empty()) detail += "; did you mean \"" + near + "\"?";
    return problem(ProblemCode::not_found, detail);
  }
  if (request.method == "OPTIONS") return no_content(allowed_methods(here));

  const auto route = std::find_if(here.begin(), here.end(), [&](const Route* candidate) {
    return takes(*candidate, request.method);
  });
  if (route == here.end()) {
    Response refused =
        problem(ProblemCode::method_not_allowed, "this path does not take " + request.method);
    refused.set("Allow", allowed_methods(here));
    return refused;
  }
  if (auto refused = unknown_parameter(**route, request)) return std::move(*refused);
  return *route;
}

/// Patterns are compared with what was asked filled in for their {id}, so that "/v1/skils/sql" finds "/v1/skills/sql".
std::string Router::nearest_path(const Request& request) const {
  std::vector<std::string> candidates;
  for (const Route& route : routes_) {
    std::string candidate;
    const auto segments = split(route.pattern);
    if (segments.empty()) continue;  // "/" is near to nothing
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const bool fill = is_placeholder(segments[i]) && i < request.segments.size();
      candidate += "/" + (fill ? request.segments[i] : std::string(segments[i]));
    }
    candidates.push_back(clean_utf8(candidate, shown_bytes));
  }
  return nearest(clean_utf8(request.path, shown_bytes), std::span<const std::string>(candidates));
}

}  // namespace guidepost::server
