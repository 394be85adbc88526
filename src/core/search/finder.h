// What a plan finds within the filters, counted and in order; and what is given up, word by word, until something is found.
#pragma once

#include "core/index/generation.h"
#include "core/search/browsing_order.h"
#include "core/search/facets.h"
#include "core/search/interpretation.h"
#include "core/search/posting_executor.h"
#include "core/search/query_plan.h"
#include "core/search/ranked_documents.h"
#include "core/search/search_answer.h"
#include "core/search/search_request.h"
#include "core/search/similar.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guidepost {

struct Found {
  QueryPlan plan;
  QueryPlan scored;           // what the scores are made of: the plan before words were given up
  std::vector<Match> best;    // in the asked order, what is nearly called so among them
  std::size_t matched = 0;    // documents that the plan itself matches, whatever the filters
  std::size_t documents = 0;  // the same with those shown beside them
  FacetResult counts;
  MatchQuality match = MatchQuality::all;
  std::vector<RelaxationStep> steps;
  bool is_exact = true;  // false: the counts are not the true ones, see Evaluation::is_exact
};

/// For one request, in one thread.
class Finder {
 public:
  /// All must outlive it.
  Finder(const Generation& generation, const PostingExecutor& executor,
         const BrowsingOrder& browsing, const SearchRequest& request, const Similar& similar)
      : generation_(generation),
        executor_(executor),
        browsing_(browsing),
        request_(request),
        similar_(similar) {}

  /// The plan, or where it finds too little the least loose one that finds enough; where none finds anything, the nearest there is.
  Found find(QueryPlan plan) const;

 private:
  /// What the words of a plan say, and what of it passes the filters.
  struct Words {
    Evaluation evaluation;
    std::vector<std::uint32_t>
        within;  // Evaluation::said of the documents that pass; empty where all do
  };

  /// How much a plan matches.
  struct Tally {
    QueryPlan plan;
    std::uint32_t bits = 0;             // of what it requires
    std::vector<std::uint32_t> beside;  // documents shown beside those that match
    std::size_t matched = 0;
    std::size_t total = 0;  // documents that pass the filters
  };

  Words words_of(const QueryPlan& plan, const Admission& admission, Bonus bonus) const;
  Tally tally(QueryPlan plan, const Words& words) const;
  Tally relax(const Tally& asked, const Words& words, Found& found) const;
  Tally loosen(Tally tally, const Words& words, Found& found, std::size_t Tally::*count,
               std::size_t enough) const;
  void finish(Tally tally, const Words& words, Found& found) const;
  Found nearest(Found nothing, const Admission& admission) const;
  Found everything(QueryPlan plan, const Admission& admission) const;
  std::vector<std::uint32_t> shown_beside(std::uint32_t bits, std::size_t matched,
                                          const std::vector<std::uint32_t>& said) const;
  std::vector<Match> browse(const Tally& tally, const Words& words, std::size_t most) const;
  std::vector<Match> order(const Tally& tally, const Words& words,
                           const std::vector<std::uint32_t>& documents) const;
  std::size_t frequency(const WordGroup& group) const;

  const Generation& generation_;
  const PostingExecutor& executor_;
  const BrowsingOrder& browsing_;
  const SearchRequest& request_;
  const Similar& similar_;
};

}  // namespace guidepost
