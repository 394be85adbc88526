// Words of a query that ask for a section of a guide: "interview", "cover letter", "day in the life of", "what does a ... do".
#pragma once

#include "core/model/section_kind.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace guidepost {

/// A run of words that asks for a section.
struct SectionIntent {
  SectionKind kind = SectionKind::other;
  std::size_t first = 0;
  std::size_t words = 0;
};

/// The first of `folded_words` that ask for a section, as many of them as belong together; nothing when none do.
std::optional<SectionIntent> section_intent_of(std::span<const std::string> folded_words);

/// The intent that begins at folded_words[at], the longest; nothing when there is none.
std::optional<SectionIntent> section_intent_at(std::span<const std::string> folded_words,
                                               std::size_t at);

}  // namespace guidepost
