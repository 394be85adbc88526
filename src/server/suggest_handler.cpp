#include "server/suggest_handler.h"

#include "core/json/answer_json.h"
#include "server/no_index.h"
#include "server/parameters.h"
#include "server/problem.h"

namespace guidepost::server {

std::vector<std::string> suggest_parameters() { return {"q", "limit"}; }

Response suggest(const Request& request, const Serving& serving) {
  const auto limit = number_parameter(request, "limit", 8, {1, 50});
  if (!limit) return problem(limit.error());
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const SuggestAnswer answer = engine->suggester().suggest(typed_text(request, "q"), *limit);
  return json_response(json::suggest_answer(answer));
}

}  // namespace guidepost::server
