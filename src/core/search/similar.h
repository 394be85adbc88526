// What is called nearly as the query says: the documents whose names are compared with it, and which of them are shown although they do not
// hold every word.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpreter.h"
#include "core/search/posting_executor.h"
#include "core/search/reranker.h"
#include "core/search/search_request.h"
#include "core/text/analyzer.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guidepost {

struct Similar {
  std::optional<Reranker::Ranked> ranked;  // nothing: the plan's own scores count
  std::vector<std::uint32_t> shown;
};

/// Nothing for a query without words, and for an answer that is sorted by something else.
Similar similar_to(const Reading& reading, const SearchRequest& request,
                   const Generation& generation, const PostingExecutor& executor,
                   const Analyzer& analyzer);

/// Candidates that have some of the words, the best first.
std::vector<std::uint32_t> best_partial(const Similar& similar);

}  // namespace guidepost
