// Runs a query plan on Xapian: the only part of a search that knows it.
//
// Holds database handles: one thread at a time.
#pragma once

#include "core/index/generation.h"
#include "core/result.h"
#include "core/search/query_plan.h"
#include "core/search/ranked_documents.h"
#include "core/search/search_answer.h"
#include "core/search/search_request.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guidepost {

struct Matches {
  std::vector<Match> best;  // by the asked order, filters applied, one a guide when grouped
  // Every document that matches the text, each once, the plan's filters NOT applied.
  std::vector<std::uint32_t> documents;
  std::vector<double> scores;  // of the same
};

class XapianExecutor {
 public:
  /// The generation must outlive the executor.
  static Result<XapianExecutor> open(const Generation& generation);

  std::size_t document_count() const { return generation_->document_count(); }

  /// Living documents that hold the term; 0 for a term there is not.
  std::size_t frequency(const std::string& term) const;

  /// The `most` best matches, and the numbers of all. A plan without required groups matches everything that is not excluded, in browsing
  /// order when sorted by relevance.
  Result<Matches> run(const QueryPlan& plan, std::size_t most, Sort sort, Group group) const;

  /// Documents with any of the groups, with their scores: all of them, or, where that would visit more than `most_visited` postings, some hundreds
  /// of the best.
  Result<std::vector<Match>> any_of(const std::vector<WordGroup>& groups,
                                    std::size_t most_visited) const;

  /// What a document that says every group as often as can be would score at most.
  double most_score(const std::vector<WordGroup>& groups) const;

  /// For each document (by number) how its score is made up: the parts add up to what run() gives. Same queries, same statistics, one group
  /// at a time.
  Result<std::vector<Explanation>> explain(const QueryPlan& plan,
                                           const std::vector<std::uint32_t>& documents) const;

 private:
  XapianExecutor(const Generation& generation, std::vector<Xapian::Database> segments,
                 double average_length);

  std::vector<Match> every_document() const;
  void collect_best(const Xapian::Database& segment, const Xapian::Query& query,
                    std::uint32_t first, std::vector<Match>& matches) const;
  std::vector<Match> matches_of(const QueryPlan& plan) const;

  const Generation* generation_;
  std::vector<Xapian::Database> segments_;  // as in the generation
  double average_length_;
};

}  // namespace guidepost
