// What a person means by a filter written in the query ("section:interview", "role:SRE"), and how filters of one field add up.
#pragma once

#include "core/index/generation.h"
#include "core/search/query_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost {

/// The value of the field that a person means by `text`: the value itself, a skill or role by any of its names, or a label.
std::optional<std::string> filter_value(const Generation& generation, FacetField field,
                                        const std::string& text);

/// Values of one field are alternatives.
void add_value(std::vector<PlanFilter>& filters, FacetField field, std::string value);

}  // namespace guidepost
