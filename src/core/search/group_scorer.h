// Scores documents by word groups, a term at a time: which groups a document says, and how well.
#pragma once

#include "core/index/generation.h"
#include "core/search/query_plan.h"
#include "core/search/ranking.h"
#include "core/search/term_statistics.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {

/// A group that has one way of being said.
WordGroup group_of(const Alternative& way);

/// Whether it matters how well a document says a group, or only that it does.
enum class Weigh { scores, presence };

/// For one query, in one thread. Documents are numbered through the generation; dead ones are scored too.
class GroupScorer {
 public:
  /// Both must outlive it. `most_postings`: more are not read for a group that can be said in several ways, the most common of which are passed
  /// over.
  GroupScorer(const Generation& generation, const TermStatistics& statistics, Weigh weigh,
              std::size_t most_postings = ranking::most_postings)
      : generation_(generation),
        statistics_(statistics),
        weigh_(weigh),
        most_postings_(most_postings) {}

  /// Adds the scores of the groups; the i-th has bit i of said(), those behind the 32nd have none.
  void add(std::span<const WordGroup> groups);

  /// By document, 0 where no group is said or nothing is weighed. Each may be taken once; groups that are added afterwards begin anew.
  std::vector<float> take_scores();
  std::vector<std::uint32_t> take_said();

  /// Whether no document is missing because a phrase was not looked for in it, or a way of saying a group passed over.
  bool is_exact() const { return is_exact_; }

 private:
  struct Scored {
    std::uint32_t document;
    float score;
  };

  void add(const WordGroup& group, std::uint32_t bit);
  WordGroup affordable(const WordGroup& group);
  void mark_terms(const Segment& segment, const WordGroup& group, std::uint32_t bit);
  void add_term(const Segment& segment, const std::string& term, double factor, std::uint32_t bit);
  void read_pool(const Segment& segment, const std::vector<std::string>& terms, double factor);
  void read_together(const std::vector<std::string>& terms, const std::vector<Alternative>& ways);
  void keep_best_to_check(std::vector<Scored>& found);
  void read_phrase(const std::vector<std::string>& terms, double trust,
                   const std::vector<Scored>& found);
  void append_together(const Segment& segment, const std::vector<std::string>& terms,
                       std::vector<Scored>& all) const;
  void raise(std::uint32_t document, float score);
  void take_best(std::uint32_t bit);

  const Generation& generation_;
  const TermStatistics& statistics_;
  Weigh weigh_;
  std::size_t most_postings_;
  std::vector<float> scores_;  // by document; empty until a group is added
  std::vector<std::uint32_t> said_;
  std::size_t phrase_checks_ = 0;
  bool is_exact_ = true;

  // Of the group that is being read.
  std::vector<float> best_;  // by document; empty until one may be raised
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> pooled_;  // wdf, by document of the segment
};

}  // namespace guidepost
