// Runs a query plan on the posting images of a generation: which documents say which of its word groups, and how well.
//
// A term at a time: each list is read through once, front to back, into an array by document. What relaxation asks again and again ("and
// without this word?") is then a comparison of bits. Scores are BM25 over summed field weights; a query that would read more postings than
// ranking::most_postings leaves its most common words out, so that none takes long.
#pragma once

#include "core/index/generation.h"
#include "core/search/query_plan.h"
#include "core/search/ranked_documents.h"
#include "core/search/search_answer.h"
#include "core/search/term_statistics.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guidepost {

/// Whether a document that says `own` says all of `bits`. Without a branch: it is asked of every document, and half of the time guessed wrong.
constexpr bool says(std::uint32_t own, std::uint32_t bits) {
  return (static_cast<unsigned>(own != 0) & static_cast<unsigned>((own & bits) == bits)) != 0;
}

/// How many documents say all of `bits`.
std::size_t count_of(const std::vector<std::uint32_t>& said, std::uint32_t bits);

/// What a plan's words say of the documents. Filters are not applied.
struct Evaluation {
  std::vector<WordGroup> groups;    // the required ones, at most 32; said[d] has a bit for each
  std::vector<std::uint32_t> said;  // by document; 0: it does not match, is excluded, or dead
  std::vector<float> scores;        // by document
  // False: of very common words, or phrases of them, not every document was read. Too few are found then, or where they are excluded too many.
  bool is_exact = true;

  /// The bits of what `plan` requires, which is the plan that was evaluated or one with fewer groups required.
  std::uint32_t bits_of(const QueryPlan& plan) const;
  std::size_t count(std::uint32_t bits) const { return count_of(said, bits); }
  /// Those that say all of `bits`, ascending.
  std::vector<std::uint32_t> documents_with(std::uint32_t bits) const;
};

/// Which documents may be found at all: those that are alive and not excluded. Worked out once for a request.
struct Admission {
  std::vector<std::uint32_t> masks;  // by document, all bits or none; empty: all documents
  bool is_exact = true;
};

/// Whether what is only good to have (optional groups, neighbours) adds to the scores.
enum class Bonus { count, skip };

/// Immutable; all threads may call.
class PostingExecutor {
 public:
  /// The generation must outlive the executor.
  explicit PostingExecutor(const Generation& generation);

  std::size_t document_count() const { return generation_->document_count(); }

  /// Living documents that hold the term; 0 for a term there is not.
  std::size_t frequency(const std::string& term) const { return statistics_.frequency(term); }

  /// Of `groups` those that may be read together, in their order: the most common ones are left out when there are too many postings, never
  /// all of them.
  std::vector<WordGroup> affordable(const std::vector<WordGroup>& groups, std::size_t most) const;

  /// What the exclusions of a plan leave.
  Admission admission(const QueryPlan& plan) const;

  /// A plan without required groups matches everything that is admitted.
  Evaluation evaluate(const QueryPlan& plan, const Admission& admission, Bonus bonus) const;

  /// By number of a document: its score by the groups that it says; 0 where it says none.
  std::vector<float> scores_of(const std::vector<WordGroup>& groups) const;

  /// What a document that says every group as often as can be would score at most.
  double most_score(const std::vector<WordGroup>& groups) const;

  /// For each document (by number) how its score is made up: the parts add up to what evaluate() gives for the plan, bonuses counted.
  std::vector<Explanation> explain(const QueryPlan& plan,
                                   const std::vector<std::uint32_t>& documents) const;

 private:
  /// What only adds to the score, as far as it may be read. The texts are what an explanation calls them.
  std::vector<WordGroup> bonuses_of(const QueryPlan& plan) const;

  const Generation* generation_;
  TermStatistics statistics_;
};

}  // namespace guidepost
