// The closed set of section kinds of a guide, their names, and the headings that mean them.
//
// "A day as Backend Developer" -> day; "CV and Résumé" -> cv; "Pay and perks" -> other.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace guidepost {

enum class SectionKind {
  overview,
  skills,
  linkedin,
  cv,
  outreach,
  interview,
  day,
  career_path,
  mistakes,
  tools,
  faq,
  other,
};

inline constexpr std::array all_section_kinds{
    SectionKind::overview, SectionKind::skills,    SectionKind::linkedin, SectionKind::cv,
    SectionKind::outreach, SectionKind::interview, SectionKind::day,      SectionKind::career_path,
    SectionKind::mistakes, SectionKind::tools,     SectionKind::faq,      SectionKind::other};

/// The name in ids, filters and answers: "career-path".
std::string_view name_of(SectionKind kind);

/// What a person reads: "Career path".
std::string_view label_of(SectionKind kind);

/// The kind with exactly this name; nothing for any other text.
std::optional<SectionKind> section_kind_named(std::string_view name);

/// The kind that a heading of a guide means; `other` when it means none. Case, accents, punctuation and `&`/`and` do not matter.
SectionKind section_kind_of_heading(std::string_view heading);

/// The kind that one folded word of a query asks for ("interviews", "resume"); nothing for any other word.
std::optional<SectionKind> section_kind_of_word(std::string_view folded_word);

}  // namespace guidepost
