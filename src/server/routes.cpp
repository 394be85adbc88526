#include "server/routes.h"

#include "server/guide_handler.h"
#include "server/recommend_handler.h"
#include "server/search_handler.h"
#include "server/site_handler.h"
#include "server/skill_handler.h"
#include "server/status_handler.h"
#include "server/suggest_handler.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::server {

Router routes(const Serving& serving, const WebAssets& assets) {
  Router router;

  // What asks the engine.
  const auto ask = [&](std::string pattern, std::vector<std::string> parameters,
                       Response (*handler)(const Request&, const Serving&)) {
    router.add({"GET", std::move(pattern), std::move(parameters), Runs::on_worker,
                [&serving, handler](const Request& request) { return handler(request, serving); }});
  };
  ask("/v1/search", search_parameters(), search);
  ask("/v1/suggest", suggest_parameters(), suggest);
  ask("/v1/guides/{id}", {}, guide);
  ask("/v1/tips/{id}", {}, tip);
  ask("/v1/skills", skill_list_parameters(), skill_list);
  ask("/v1/skills/{id}", {}, skill);
  ask("/v1/skills/{id}/related", related_parameters(), related_skills);
  ask("/v1/guides/{id}/similar", role_list_parameters(), similar_roles);
  ask("/v1/guides/{id}/next", role_list_parameters(), roles_next);

  // What asks it with a body.
  const auto post = [&](std::string pattern, Response (*handler)(const Request&, const Serving&)) {
    router.add({"POST", std::move(pattern), std::vector<std::string>(), Runs::on_worker,
                [&serving, handler](const Request& request) { return handler(request, serving); }});
  };
  post("/v1/recommend/skills", recommend_skills);
  post("/v1/recommend/roles", recommend_roles);
  post("/v1/recommend/gap", recommend_gap);

  // What must answer when every worker is busy.
  const std::vector<std::string> no_parameters;
  const auto tell = [&](std::string pattern, Handler handler) {
    router.add({"GET", std::move(pattern), no_parameters, Runs::on_io_thread, std::move(handler)});
  };
  tell("/healthz", health);
  tell("/readyz", [&serving](const Request& request) { return readiness(request, serving); });
  tell("/version", [&serving](const Request& request) { return version(request, serving); });
  tell("/openapi.json", openapi);

  // The demo site. Its pages read their parameters themselves.
  const auto show = [&](std::string pattern,
                        Response (*handler)(const Request&, const WebAssets&)) {
    router.add({"GET", std::move(pattern), std::nullopt, Runs::on_io_thread,
                [&assets, handler](const Request& request) { return handler(request, assets); }});
  };
  show("/", site_page);
  show("/guides/{id}", site_page);
  show("/skills/{id}", site_page);
  show("/tips/{id}", site_page);
  show("/assets/{name}", site_asset);
  return router;
}

}  // namespace guidepost::server
