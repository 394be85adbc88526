// What Xapian holds of a document: terms with their weighted frequencies, and nothing else. No positions (token_streams.h), no texts
// (document_store.h), no values (facet_columns.h, document_keys.h), no lists of terms.
//
// Text terms begin with a lower-case letter, a digit or '.'; capital ASCII letters are prefixes:
//   US<id>         names this skill; UR<id> names this role (units of the lexicon)
//   N<name key>    is called exactly this: title or alias, by name_key()
//   T<term>        a guide or tip whose title holds the term
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guidepost::schema {

/// Raised whenever a generation of an older program can no longer be read as if it were new.
inline constexpr int version = 5;

// Field weights: how many times an occurrence counts in wdf. The body counts once, so that BM25's k1 keeps its meaning
// (Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004).
inline constexpr std::uint32_t title_weight = 6;
inline constexpr std::uint32_t alias_weight = 4;
inline constexpr std::uint32_t heading_weight = 2;
inline constexpr std::uint32_t context_weight = 1;  // the guide's title, on its passages
inline constexpr std::uint32_t skill_weight = 1;    // declared skills
inline constexpr std::uint32_t body_weight = 1;

/// A term may have 245 bytes in Xapian 1.4, and ids are part of some; the indexer refuses longer ones.
inline constexpr std::size_t max_id_bytes = 200;

inline std::string skill_unit(std::string_view id) { return "US" + std::string(id); }
inline std::string role_unit(std::string_view id) { return "UR" + std::string(id); }
inline bool is_skill_unit(std::string_view term) { return term.starts_with("US"); }
inline bool is_role_unit(std::string_view term) { return term.starts_with("UR"); }
/// The id inside a unit term.
inline std::string_view id_of_unit(std::string_view unit) { return unit.substr(2); }

inline std::string headline_term(std::string_view term) { return "T" + std::string(term); }

/// Empty for a key that is empty or too long to be a term: nothing is called that.
inline std::string name_term(std::string_view key) {
  return key.empty() || key.size() > max_id_bytes ? std::string() : "N" + std::string(key);
}

}  // namespace guidepost::schema
