// Words that so many documents hold that a search passes them over, like "the".
#pragma once

#include "core/search/interpretation.h"
#include "core/search/posting_executor.h"
#include "core/search/query_plan.h"

#include <cstddef>
#include <vector>

namespace guidepost {

/// A word that most documents hold finds nothing that the others do not: where reading all groups would read more than `most` postings, the most common
/// ones are left out, never all of them, and what they alone say is reported as stop words.
void leave_out_common(std::vector<WordGroup>& groups, const PostingExecutor& executor,
                      std::size_t most, Interpretation& interpretation);

}  // namespace guidepost
