#include "server/status_handler.h"

#include "core/version.h"
#include "server/no_index.h"
#include "server/openapi_file.h"
#include "server/problem.h"

#include <nlohmann/json.hpp>

namespace guidepost::server {
namespace {

using Json = nlohmann::ordered_json;

Response answer(const Json& body) {
  return json_response(body.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

Response health(const Request& /*request*/) { return answer({{"status", "ok"}}); }

Response readiness(const Request& /*request*/, const Serving& serving) {
  if (serving.is_leaving()) return problem(ProblemCode::overloaded, "the server is stopping");
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  Json body = {{"status", "ready"}, {"generation", engine->generation()}};
  if (const std::string trouble = serving.trouble(); !trouble.empty()) body["details"] = trouble;
  return answer(body);
}

Response version(const Request& /*request*/, const Serving& serving) {
  Json body = {{"name", "guidepost"},
               {"version", guidepost::version},
               {"generation", nullptr},
               {"schema", nullptr},
               {"documents", 0}};
  if (const auto engine = serving.current()) {
    const Manifest& manifest = engine->manifest();
    body["generation"] = manifest.generation;
    body["schema"] = manifest.schema;
    body["documents"] = manifest.documents();
  }
  return answer(body);
}

Response openapi(const Request& /*request*/) { return json_response(std::string(openapi_file())); }

}  // namespace guidepost::server
