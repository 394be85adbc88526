// The role that a person asks about by any guide's name: a translation has no needs of its own, the guide that it translates has.
#pragma once

#include "core/recommend/name_resolver.h"
#include "core/search/searcher.h"

#include <string_view>

namespace guidepost {

/// understand_role(), and for a translation the role of the guide that it translates. `searcher`: of the same generation as `data`.
Result<Understood> role_of_guide(const RecommendData& data, const Searcher& searcher,
                                 std::string_view text);

}  // namespace guidepost
