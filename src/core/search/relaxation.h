// What to give up when no document has every word: as little information as possible, whatever the order the words were typed in.
//
//   average salary "ux designer"   nobody has all three: try without "salary" (the commonest word), without "average", without the
//                                  name, then without two of them ...
#pragma once

#include "core/search/query_plan.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace guidepost {

class Relaxation {
 public:
  /// `frequency`: in how many of the `documents` a group can be found at all.
  Relaxation(QueryPlan plan, std::size_t documents,
             const std::function<std::size_t(const WordGroup&)>& frequency);

  /// The next, looser plan; what is given up becomes optional. Words that are nowhere are given up in every plan; of the others, the set that
  /// carries the least information (sum of idf, names counting double) goes first, and one is always kept. Nothing when there is nothing
  /// left to give up. At most max_plans, however many words.
  std::optional<QueryPlan> next();

  static constexpr std::size_t max_plans = 10;

 private:
  QueryPlan plan_;
  std::vector<std::vector<bool>> given_up_;  // per plan to come, per required group
  std::size_t next_ = 0;
};

}  // namespace guidepost
