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
  /// carries the least information (sum of idf; names after all words) goes first, and one is always kept. Nothing when there is nothing
  /// left to give up. At most max_plans, however many words; the last of so many keeps the most informative word alone.
  std::optional<QueryPlan> next();

  /// Says that the last plan found something, only not enough: later plans give up the same words and more, so they find it too.
  void keep();

  static constexpr std::size_t max_plans = 10;

 private:
  using GivenUp = std::vector<bool>;  // per required group

  QueryPlan plan_for(const GivenUp& given_up) const;
  GivenUp last_resort() const;

  QueryPlan plan_;
  std::vector<double> information_;  // per required group; 0 for one that is nowhere
  std::vector<GivenUp> candidates_;  // the least informative first
  std::size_t next_ = 0;
  std::size_t plans_ = 0;  // made so far
  GivenUp last_;
  GivenUp kept_;  // what every later plan gives up; empty before keep()
};

}  // namespace guidepost
