// The numbers of the ranking that apply at query time, in one place; field weights are in index/schema.h.
#pragma once

#include <cstddef>

namespace guidepost::ranking {

// BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009). Passages are short and of similar length, guides are
// long because they hold more: a low b keeps length from deciding.
inline constexpr double k1 = 1.2;
inline constexpr double k3 = 1.0;
inline constexpr double b = 0.4;
inline constexpr double min_normalised_length = 0.5;

// Trust in an alternative, against 1 for the word as typed.
inline constexpr double name_trust = 0.95;          // the same skill under another name
inline constexpr double everyday_word_trust = 0.3;  // "go" where the language Go is meant
inline constexpr double scattered_trust = 0.5;      // the words of a name, but not in a row
inline constexpr double unstemmed_trust =
    0.9;  // the word as it stands, in a text of another language
inline constexpr double completion_trust = 0.5;  // a word that begins with what was typed
inline constexpr double headline_share =
    0.3;  // bonus for a guide or tip whose title holds the word
inline constexpr double neighbour_share =
    0.3;  // bonus for words that stand side by side, of the pair's own score

// Expansion and effort.
inline constexpr std::size_t max_words = 32;
inline constexpr std::size_t max_pieces = 32;
inline constexpr std::size_t max_completions = 10;
inline constexpr std::size_t max_neighbour_pairs = 4;

/// With fewer hits than this, words are given up to find more; what has every word stays among them.
inline constexpr std::size_t enough_hits = 3;

/// Hits that related skills are read from.
inline constexpr std::size_t related_hits = 50;
inline constexpr std::size_t related_limit = 10;

inline constexpr std::size_t snippet_bytes = 320;

}  // namespace guidepost::ranking
