// What every handler answers while no generation is being served.
#pragma once

#include "server/problem.h"
#include "server/serving.h"

namespace guidepost::server {

inline Response no_index(const Serving& serving) {
  Response response =
      problem(ProblemCode::index_unavailable, "no index is being served yet; try again soon");
  response.log_note = serving.trouble();
  return response;
}

}  // namespace guidepost::server
