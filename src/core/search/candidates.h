// Whose names are compared with the query: of each type of document the best by text, by words of names, by initials, and by letters.
//
// Each type on its own, so that a filter by type changes no count.
#pragma once

#include "core/index/generation.h"
#include "core/search/name_scorer.h"
#include "core/search/posting_executor.h"
#include "core/search/query_words.h"
#include "core/search/ranking.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

struct Candidates {
  std::vector<std::uint32_t> documents;  // each once, ascending
  std::vector<std::uint32_t> by_text;    // the best texts of each type, more of them: for prose
  std::vector<float> text_scores;        // by document; 0 where no word stands
  std::vector<char> shares_words;        // by name: a word, or initials
  GramCosines letters;                   // of the query with each name

  /// Whether the name shares anything with the query.
  bool is_compared(std::uint32_t name) const {
    return shares_words[name] != 0 || letters.is_above(name, least_letters);
  }
  static constexpr auto least_letters = static_cast<float>(ranking::least_letters);
};

/// `words`: of the query as a whole. `scorers`: of each of its variants. `latent`: of its words, if that is known.
Candidates candidates_of(const std::vector<QueryWord>& words, std::span<const NameScorer> scorers,
                         const LatentQuery* latent, const Generation& generation,
                         const PostingExecutor& executor);

/// The groups by which a text is scored: each word with its stand-ins.
std::vector<WordGroup> text_groups(const std::vector<QueryWord>& words);

}  // namespace guidepost
