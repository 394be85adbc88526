// Alternatives and lists of a query: groups of the plan that are joined, so that one of them is enough.
//
//   senior python OR java   -> senior, (python or java)
//   python, sql, excel      -> (python or sql or excel), and each of them adds to the score
#pragma once

#include "core/search/query_plan.h"
#include "core/search/query_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost {

/// What a list or an OR is made of: where the groups of each of its parts begin in the plan, and how it is joined to the part before.
struct PlanPart {
  std::size_t begin = 0;
  Joint joint = Joint::none;
};

/// Joins the required groups of `plan`. `parts`: in the order of the groups. Appends to `any_of` the texts that were joined.
void join_parts(std::vector<PlanPart> parts, QueryPlan& plan,
                std::vector<std::vector<std::string>>& any_of);

}  // namespace guidepost
