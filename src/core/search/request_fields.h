// The texts a request is written in, read once for the command line and for HTTP: FIELD:VALUE, field names, orders.
#pragma once

#include "core/result.h"
#include "core/search/search_request.h"

#include <string_view>

namespace guidepost {

/// "skill:c++" -> Filter. bad_usage, naming the nearest field, when there is no such field or no value.
Result<Filter> parse_filter(std::string_view text);

Result<FacetField> parse_facet_field(std::string_view name);

/// "relevance", "title", "-title".
Result<Sort> parse_sort(std::string_view name);

/// "" or "guide".
Result<Group> parse_group(std::string_view name);

}  // namespace guidepost
