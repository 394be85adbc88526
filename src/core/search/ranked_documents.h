// The best of what matched, in the asked order: filters, grouping and ties in one place, whatever executor found the matches.
#pragma once

#include "core/index/generation.h"
#include "core/search/filter_test.h"
#include "core/search/query_plan.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace guidepost {

struct Match {
  std::uint32_t document = 0;  // its number in the generation
  double score = 0;
};

enum class Ranking {
  by_score,          // ties by id
  for_browsing,      // guides, tips, skills, passages; each by title, then id
  by_title,          // ties by id
  by_title_backward  // ties by id
};

/// Keeps the `most` first of the matches it is given that pass every filter; with Group::guide the first of each guide. Equal scores follow the
/// ids, never the places of documents in the index.
class BestMatches {
 public:
  /// The generation must outlive it.
  BestMatches(const Generation& generation, std::span<const PlanFilter> filters, std::size_t most,
              Ranking ranking, Group group);

  void add(const Match& match) {
    // Nearly every match of a broad query comes behind all that are kept.
    if (is_full_ && (ranking_ == Ranking::by_score ? match.score < best_.front().score
                                                   : place_of(match.document) > last_place_)) {
      return;
    }
    consider(match);
  }

  std::vector<Match> finish() &&;

 private:
  void consider(const Match& match);
  bool is_before(const Match& a, const Match& b) const;
  bool is_title_before(const Match& a, const Match& b) const;
  int type_rank(const Match& match) const;
  std::uint64_t place_of(std::uint32_t document) const;

  const Generation& generation_;
  FilterTest filters_;
  bool has_filters_;
  std::size_t most_;
  Ranking ranking_;
  Group group_;
  std::vector<int> browse_ranks_;  // by ordinal of the type
  std::vector<Match> best_;        // a heap, its worst in front, unless grouped
  bool is_full_ = false;           // never when grouped
  std::uint64_t last_place_ = 0;   // place_of() of the worst, once it is full
  std::unordered_map<std::uint64_t, std::size_t> places_;  // of groups
};

}  // namespace guidepost
