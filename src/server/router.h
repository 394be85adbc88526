// Path and method -> route. What no route takes is answered here, naming the nearest that one would.
//
//   GET  /v1/skills/ci%2fcd/related?limit=3 -> route "/v1/skills/{id}/related", captured "ci/cd"
//   GET  /v1/serch                          -> 404, did you mean "/v1/search"?
//   GET  /v1/search?filtr=x                 -> 400, did you mean "filter"?
//   POST /v1/search                         -> 405, Allow: GET, HEAD, OPTIONS
#pragma once

#include "server/http_message.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guidepost::server {

using Handler = std::function<Response(const Request&)>;

/// Where a handler runs: one that may take longer than copying its answer belongs on a worker, so that it never holds up a connection.
enum class Runs { on_io_thread, on_worker };

struct Route {
  std::string method;                                  // a GET route answers HEAD too
  std::string pattern;                                 // "/v1/skills/{id}/related"; at most one {}
  std::optional<std::vector<std::string>> parameters;  // that it knows; nothing: it takes any
  Runs runs = Runs::on_worker;
  Handler handler;  // called by several threads at once
};

class Router {
 public:
  void add(Route route);

  std::span<const Route> routes() const { return routes_; }

  /// The route that takes the request, whose `captured` it sets; or the answer when there is none. The route lives as long as the
  /// router does and nothing is added.
  std::variant<const Route*, Response> find(Request& request) const;

 private:
  std::string nearest_path(const Request& request) const;

  std::vector<Route> routes_;
};

}  // namespace guidepost::server
