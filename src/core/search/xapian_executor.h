// Runs a query plan on Xapian: the only part of a search that knows it.
//
// Holds a database handle: one thread at a time.
#pragma once

#include "core/index/stored_document.h"
#include "core/result.h"
#include "core/search/query_plan.h"
#include "core/search/search_answer.h"
#include "core/search/search_request.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

struct Match {
  std::uint32_t docid = 0;
  double score = 0;
};

struct Matches {
  std::vector<Match> best;  // by the asked order, filters applied, one a guide when grouped
  std::vector<std::uint32_t>
      docids;  // every document that matches the text, each once, the plan's filters NOT applied
};

class XapianExecutor {
 public:
  static Result<XapianExecutor> open(const std::string& database);

  std::size_t document_count() const { return document_count_; }

  /// Documents that hold the term; 0 for a term there is not.
  std::size_t frequency(const std::string& term) const;

  /// The `most` best matches, and the docids of all. A plan without required groups matches everything that is not excluded, in browsing
  /// order when sorted by relevance.
  Result<Matches> run(const QueryPlan& plan, std::size_t most, Sort sort, Group group) const;

  /// For each document (by id) how its score is made up: the parts add up to what run() gives. Same queries, same statistics, one group at
  /// a time.
  Result<std::vector<Explanation>> explain(const QueryPlan& plan,
                                           const std::vector<std::string>& ids) const;

  Result<StoredDocument> document(std::uint32_t docid) const;

  /// The document with this id; nothing when there is none.
  Result<std::optional<StoredDocument>> document_with_id(std::string_view id) const;

 private:
  explicit XapianExecutor(Xapian::Database database);

  Xapian::Database database_;
  std::size_t document_count_ = 0;
};

}  // namespace guidepost
