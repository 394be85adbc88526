// A stored document as a hit: what it is, where it is, which words of it to show and to mark.
#pragma once

#include "core/index/generation.h"
#include "core/index/stored_document.h"
#include "core/search/query_plan.h"
#include "core/search/search_answer.h"
#include "core/text/analyzer.h"

#include <set>
#include <string>

namespace guidepost {

/// The terms whose occurrences are worth marking. A word that merely looks like a name ("go" for Go) is not.
std::set<std::string> marked_terms(const QueryPlan& plan);

Hit hit_of(const StoredDocument& document, const std::set<std::string>& marked,
           const Generation& generation, const Analyzer& analyzer);

}  // namespace guidepost
