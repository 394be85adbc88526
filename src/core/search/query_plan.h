// What is to be found, as a plain value: word groups, phrases, exclusions, filters.
//
// The interpreter makes it, an executor runs it (posting_executor). It names terms and trusts, not how they are scored.
#pragma once

#include "core/index/facet_field.h"

#include <string>
#include <vector>

namespace guidepost {

enum class Together {
  in_a_row,  // the terms must follow each other
  anywhere,  // the terms must all be there
};

/// One way in which a document can say a word of the query. `trust` scales its score, 0 to 1.
struct Alternative {
  std::vector<std::string> terms;  // one or more
  Together together = Together::in_a_row;
  double trust = 1;

  friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// What a group of the query is: names carry more of its meaning than words do.
enum class GroupKind { word, name };

/// A word or name of the query: the best of its alternatives counts.
struct WordGroup {
  std::string text;  // as typed
  GroupKind kind = GroupKind::word;
  std::vector<Alternative> alternatives;

  friend bool operator==(const WordGroup&, const WordGroup&) = default;
};

/// The field must (or must not) have one of the values.
struct PlanFilter {
  FacetField field = FacetField::type;
  std::vector<std::string> values;
};

struct QueryPlan {
  std::vector<WordGroup> required;
  std::vector<WordGroup> optional;  // add to the score where they are found
  std::vector<Alternative>
      neighbours;  // bonus: words of the query that stand side by side in the text too
  std::vector<WordGroup> excluded;
  std::vector<PlanFilter> filters;
  std::vector<PlanFilter> excluded_filters;
};

}  // namespace guidepost
