// The numbers of the ranking that apply at query time, in one place; field weights are in index/schema.h.
#pragma once

#include <array>
#include <cstddef>

namespace guidepost::ranking {

// BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009). Passages are short and of similar length, guides are
// long because they hold more: a low b keeps length from deciding.
inline constexpr double k1 = 1.2;
inline constexpr double b = 0.4;
inline constexpr double min_normalised_length = 0.5;

// Trust in an alternative, against 1 for the word as typed.
inline constexpr double name_trust = 0.95;          // the same skill under another name
inline constexpr double everyday_word_trust = 0.3;  // "go" where the language Go is meant
inline constexpr double scattered_trust = 0.5;      // the words of a name, but not in a row
inline constexpr double unstemmed_trust =
    0.9;  // the word as it stands, in a text of another language
inline constexpr double completion_trust = 0.5;  // a word that begins with what was typed
inline constexpr double synonym_trust = 0.7;     // what a rule of the synonyms file says
inline constexpr double headline_share =
    0.3;  // bonus for a guide or tip whose title holds the word
inline constexpr double neighbour_share =
    0.3;  // bonus for words that stand side by side, of the pair's own score

// The score of a document is a sum: each feature is 0 to 1 (vote may be more), times its weight. docs/ranking.md says what each is worth, and
// scripts/tune_ranking.py found them.
enum class Feature {
  text,  // BM25F of all fields, as a share of the most it could be
  name,  // the best of its names against the query: sqrt(share of the query found * share of the name found)
  pairs,       // neighbours in the query that are neighbours in that name
  last,        // the query's last word is the name's last: head nouns stand there
  first,       // the same of the first
  label,       // `name` of the preferred name
  exact,       // the preferred name is the query
  three,       // mean of the three best names
  vote,        // several similar names are evidence: ln(1 + sum of name^4)
  letters,     // cosine of letter n-grams with the nearest name
  everywhere,  // share of the query that is anywhere in the document
  whole,       // of a passage: every word of the query is there, as typed or nearly so
  beside,    // `whole`, where the query names several skills or roles: what compares or joins them
  language,  // it is in the language that most documents are in
  role,  // of a passage: `name` of its guide, against the query without the words that ask for a section
  section,  // it belongs to the section that the query asks for
  asked,  // of that section, and of the role or about the skill that is named: "cv for a data analyst"
  level,     // it is of the level or family that the query names
  initials,  // the one word is the initials of a name whose words are said so more than others
  latent,  // cosine of the company that its words keep with that of the query's, where two of those are known
};
inline constexpr std::size_t feature_count = 20;

inline constexpr std::array<double, feature_count> weights{
    0.44,  // text
    0.75,  // name
    0.18,  // pairs
    0.08,  // last
    0.08,  // first
    0.18,  // label
    1.0,   // exact
    0.1,   // three
    0.13,  // vote
    0.46,  // letters
    0.37,  // everywhere
    0.15,  // whole
    1.2,   // beside
    0.42,  // language
    0.37,  // role
    0.3,   // section
    0.9,   // asked
    0.06,  // level
    0.5,   // initials
    0.45,  // latent
};

// Whose names are compared: the best of each type by words, by letters, by text.
inline constexpr std::size_t names_by_words = 100;
inline constexpr std::size_t names_by_letters = 60;
inline constexpr double least_letters = 0.15;
inline constexpr std::size_t documents_by_text = 60;
inline constexpr std::size_t documents_by_words = 40;
inline constexpr std::size_t documents_by_letters = 30;
inline constexpr std::size_t documents_by_latent = 20;
inline constexpr double least_latent = 0.5;

/// What is not found by the words together is shown beside it from this score on, or from this share of the best one.
inline constexpr double least_score = 0.6;
inline constexpr double least_share_of_best = 0.35;
/// Where very many documents have both words of a short query, only what is called nearly so is shown beside them.
inline constexpr double least_name_beside = 0.5;
inline constexpr std::size_t many_hits = 8;
inline constexpr std::size_t short_query = 2;

/// A guide that the query names less well than this is not meant.
inline constexpr double least_role = 0.6;

// Prose (a claim, a sentence from a text) is not a name: only the text counts then.
inline constexpr std::size_t prose_words = 9;
inline constexpr std::size_t short_prose_words = 6;
inline constexpr std::size_t sentence_words = 4;  // where a full stop ends them
inline constexpr double least_name_in_prose = 0.6;
inline constexpr std::size_t prose_documents = 200;

/// More postings than this are not read for a query: its most common words are left out. Reading one takes a few nanoseconds.
inline constexpr std::size_t most_postings = 1'000'000;
/// And no more than this for what only orders what was found.
inline constexpr std::size_t most_postings_for_order = 700'000;
/// And no more than this for what is left out, which is not weighed and read faster.
inline constexpr std::size_t most_excluded_postings = 2'000'000;
/// In how many documents that hold all words of a phrase the phrases of a query are looked for, the best ones first.
inline constexpr std::size_t most_phrase_checks = 4'000;

// Stand-ins for a word of the query (query_words.h), against 1 for itself.
namespace trust {
inline constexpr double unwritten_form = 0.85;
inline constexpr double one_edit = 0.9;
inline constexpr double two_edits = 0.75;
inline constexpr double less_by_rank = 0.03;
inline constexpr double less_by_first_letter = 0.2;
inline constexpr double least_dice = 0.55;
inline constexpr double known_spelling = 0.7;
inline constexpr double unknown_spelling = 0.85;
inline constexpr double spelling_beside_edit = 0.6;
inline constexpr double initials = 0.9;
inline constexpr double short_form = 0.85;    // "winforms" for "windows forms"
inline constexpr double likelier_word = 0.8;  // one edit from a word that hardly anything has
inline constexpr double synonym = 0.7;        // what a rule of the synonyms file says
inline constexpr double taken_apart = 0.95;   // "web application" for "webapplication"
inline constexpr double clipped = 0.8;        // "development" for "dev", and the other way round
inline constexpr double cut_short = 0.5;      // "biochem" for "biochemistry"
inline constexpr double completion = 0.5;     // a word that begins with what was typed
inline constexpr double least_in_text = 0.45;
inline constexpr double in_text = 0.8;  // of any stand-in, where the text is scored
}  // namespace trust
inline constexpr double unknown_word_idf = 5;
inline constexpr std::size_t max_stand_ins = 14;
inline constexpr std::size_t max_stand_ins_in_text = 4;
inline constexpr std::size_t max_edits = 6;
inline constexpr std::size_t max_cut_short = 3;
/// A word of this many documents at most is taken for a slip too where one edit makes it a word of so many times more.
inline constexpr std::size_t hardly_any_documents = 2;
inline constexpr std::size_t times_likelier = 50;
inline constexpr std::size_t max_likelier = 2;
inline constexpr std::size_t max_phrases = 2;           // that stand in for one word
inline constexpr std::size_t max_synonym_variants = 3;  // of a query

// Expansion and effort.
inline constexpr std::size_t max_words = 32;
inline constexpr std::size_t max_pieces = 32;
inline constexpr std::size_t max_completions = 10;
inline constexpr std::size_t max_neighbour_pairs = 4;
inline constexpr std::size_t max_alternatives = 64;  // of a group that was joined from several
inline constexpr std::size_t max_meanings = 8;       // of one expression
inline constexpr std::size_t max_corrections =
    5;  // words of a query that a nearest one is looked for

/// With fewer hits than this, words are given up to find more; what has every word stays among them.
inline constexpr std::size_t enough_hits = 3;

/// Hits that related skills are read from.
inline constexpr std::size_t related_hits = 50;
inline constexpr std::size_t related_limit = 10;

inline constexpr std::size_t snippet_bytes = 320;

}  // namespace guidepost::ranking
