// What the names of a document say of it: how near the best is to the query, how near its label, how many are near.
#pragma once

#include "core/index/name_index.h"
#include "core/search/candidates.h"
#include "core/search/name_scorer.h"
#include "core/search/query_words.h"
#include "core/search/ranked_candidate.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

class NameFeatures {
 public:
  /// `words`: of the query as a whole. `scorers`: of each of its variants, at least one. All must outlive this.
  NameFeatures(const NameIndex& titles, const std::vector<QueryWord>& words,
               std::span<const NameScorer> scorers, const Candidates& candidates)
      : titles_(titles),
        words_(words),
        scorers_(scorers),
        candidates_(candidates),
        most_similar_(most_similar()) {}

  /// Sets those features of the candidate that come from the names of `document`, and its best name.
  void add(std::uint32_t document, RankedCandidate& candidate) const;

 private:
  NameMatch best_match(std::uint32_t name) const;
  /// What a name can be like at most, each word of the query met by the best that stands for it; 1 where nothing stands for one.
  double most_similar() const;
  /// The name is the query but for words that nobody writes: "polocy officer" is as exact as what was typed can be.
  bool is_corrected(std::uint32_t name, const NameMatch& match) const;

  const NameIndex& titles_;
  const std::vector<QueryWord>& words_;
  std::span<const NameScorer> scorers_;
  const Candidates& candidates_;
  double most_similar_;
};

}  // namespace guidepost
