#include "server/guide_handler.h"

#include "core/json/document_json.h"
#include "server/no_index.h"
#include "server/problem.h"

namespace guidepost::server {

Response guide(const Request& request, const Serving& serving) {
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto searcher = engine->lease();
  const auto found = searcher->guide(request.captured);
  if (!found) return problem(found.error());
  return json_response(json::guide(*found, engine->vocabulary()));
}

Response tip(const Request& request, const Serving& serving) {
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto searcher = engine->lease();
  const auto found = searcher->tip(request.captured);
  if (!found) return problem(found.error());
  return json_response(json::tip(*found, engine->vocabulary()));
}

}  // namespace guidepost::server
