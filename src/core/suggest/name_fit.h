// Which words of a name the typed words stand for, and how well that answers.
#pragma once

#include "core/suggest/suggest_words.h"
#include "core/suggest/typed_reading.h"
#include "core/suggest/word_table.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace guidepost {

/// From the best to the least.
enum class Fit : std::uint8_t {
  whole,      // the name is what was typed
  start,      // it begins so, or the heading of a section does
  initials,   // what was typed are its initials
  first,      // it begins with the first typed word, the others come later in their order
  inside,     // the typed words begin words of it, in their order
  reordered,  // in another order
};

struct NameFit {
  Fit fit = Fit::inside;
  std::uint32_t edits = 0;                          // in all words
  std::array<std::uint8_t, most_suggest_words> at;  // of each typed word its place in the name
};

/// Each typed word begins another word of the name; nothing when that cannot be. In their order where possible, leftmost; else the rarest
/// chooses first. `name`: its words' numbers; `heading_at`: as NameTable says.
std::optional<NameFit> fit_of(const TypedReading& typed, std::span<const std::uint32_t> name,
                              std::uint32_t heading_at, const WordTable& words);

/// fit_of() for one typed word that stands at `at` in the name.
NameFit fit_at(std::uint32_t at, std::uint32_t edits, const TypedReading& typed,
               std::span<const std::uint32_t> name, std::uint32_t heading_at,
               const WordTable& words);

}  // namespace guidepost
