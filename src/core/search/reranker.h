// The order of the best documents: names compared as wholes, letter by letter, beside the text. One sum of named numbers a document, from which
// the explanation is read.
//
// After the candidates are chosen (by words of names, by letters of names, by text, each type of document on its own, so that a filter by type
// changes no count), each gets its features; documents that match the words but are no candidates have the text alone.
#pragma once

#include "core/index/generation.h"
#include "core/search/asked_passages.h"
#include "core/search/interpretation.h"
#include "core/search/name_scorer.h"
#include "core/search/posting_executor.h"
#include "core/search/query_words.h"
#include "core/search/ranked_candidate.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost {

/// A query as far as documents are ranked by it.
struct RankedQuery {
  /// Its words; then, where it has brackets, those outside and inside them: a name may be like any of these.
  std::vector<std::vector<QueryWord>> variants;
  /// The words without those that ask for something: a role is recognised by them.
  std::vector<QueryWord> subject;
  Asked asked;
  /// How many skills and roles it names, and the ids of those skills.
  std::size_t names = 0;
  std::vector<std::string> skills;
  /// Levels and families that it names, as facet values.
  std::vector<std::pair<FacetField, std::string>> traits;
  /// Whether a role may be meant: one is named, or no skill is. "system design" has a word of "UI Designer", and means none.
  bool may_mean_role = true;
  /// It ends like a sentence, as no name does.
  bool is_sentence = false;
};

class Reranker {
 public:
  /// All must outlive the reranker.
  Reranker(const Generation& generation, const PostingExecutor& executor)
      : generation_(generation), executor_(executor) {}

  struct Ranked {
    std::vector<RankedCandidate> candidates;  // by document
    std::vector<QueryWord> words;
    double most_text = 0;  // BM25F that a document could have at most
    bool is_prose = false;
    std::uint32_t main_language =
        NameIndex::none;  // ordinal of the language that most documents are in
    std::vector<float>
        text_scores;  // by document: BM25F of those with any of the words, 0 for others

    const RankedCandidate* find(std::uint32_t document) const;
    /// The score of a document that is no candidate; `bm25` where its text has none of the words.
    double text_score(const Generation& generation, std::uint32_t document, double bm25) const;
  };

  /// Nothing without words.
  std::optional<Ranked> rank(RankedQuery query) const;

 private:
  class Work;

  const Generation& generation_;
  const PostingExecutor& executor_;
};

}  // namespace guidepost
