// How documents are laid out in Xapian: one table that the indexer writes by and the searcher reads by.
//
// Text terms begin with a lower-case letter, a digit or '.'; capital ASCII letters are prefixes:
//   Q<id>          the document with this id
//   X<letter>:<v>  has value v in a facet field (boolean: wdf 0)
//   US<id>         names this skill; UR<id> names this role (units of the lexicon)
//   N<name key>    is called exactly this: title or alias, by name_key()
//   T<term>        a guide or tip whose title holds the term
#pragma once

#include "core/index/facet_field.h"

#include <xapian.h>

#include <string>
#include <string_view>

namespace guidepost::schema {

/// Raised whenever a generation of an older program can no longer be read as if it were new.
inline constexpr int version = 1;

// Value slots.
inline constexpr Xapian::valueno title_slot = 0;  // folded title, for sorting
inline constexpr Xapian::valueno guide_slot = 1;  // guide id, for grouping; empty without one
inline constexpr Xapian::valueno browse_slot =
    2;  // order when nothing was asked: guides, tips, skills, passages; by title

// Field weights: how many times an occurrence counts in wdf. The body counts once, so that BM25's k1 keeps its meaning
// (Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004).
inline constexpr Xapian::termcount title_weight = 6;
inline constexpr Xapian::termcount alias_weight = 4;
inline constexpr Xapian::termcount heading_weight = 2;
inline constexpr Xapian::termcount context_weight = 1;  // the guide's title, on its passages
inline constexpr Xapian::termcount skill_weight = 1;    // declared skills
inline constexpr Xapian::termcount body_weight = 1;

/// Positions left free between two fields, so that no phrase spans them.
inline constexpr Xapian::termpos field_gap = 100;

/// A term may have 245 bytes in Xapian 1.4; ids and values longer than this are refused by the indexer.
inline constexpr std::size_t max_value_bytes = 200;

inline std::string id_term(std::string_view id) { return "Q" + std::string(id); }

inline char letter_of(FacetField field) {
  switch (field) {
    case FacetField::type:
      return 'T';
    case FacetField::section:
      return 'S';
    case FacetField::role:
      return 'R';
    case FacetField::skill:
      return 'K';
    case FacetField::family:
      return 'F';
    case FacetField::level:
      return 'L';
    case FacetField::language:
      return 'N';
    case FacetField::kind:
      return 'D';
  }
  return 'T';
}

inline std::string facet_term(FacetField field, std::string_view value) {
  return std::string("X") + letter_of(field) + ":" + std::string(value.substr(0, max_value_bytes));
}

inline std::string skill_unit(std::string_view id) { return "US" + std::string(id); }
inline std::string role_unit(std::string_view id) { return "UR" + std::string(id); }
inline bool is_skill_unit(std::string_view term) { return term.starts_with("US"); }
inline bool is_role_unit(std::string_view term) { return term.starts_with("UR"); }
/// The id inside a unit term.
inline std::string_view id_of_unit(std::string_view unit) { return unit.substr(2); }

inline std::string headline_term(std::string_view term) { return "T" + std::string(term); }

/// Empty for a key that is empty or too long to be a term: nothing is called that.
inline std::string name_term(std::string_view key) {
  return key.empty() || key.size() > max_value_bytes ? std::string() : "N" + std::string(key);
}

}  // namespace guidepost::schema
