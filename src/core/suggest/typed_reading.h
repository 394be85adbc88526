// What was typed as words of the table: as it stands, with words joined or split, or with slips forgiven.
//
//   "node js"      node*, js*           "nodejs"     node, js* right behind it
//   "front end d"  frontend*, d*        "kubrn"      whatever begins with something one edit away
#pragma once

#include "core/suggest/word_table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {

/// A typed word and the words it may begin: ranges in order, disjoint, not empty.
struct TypedWord {
  TypedWord(std::string typed, std::vector<WordRange> begun)
      : text(std::move(typed)), ranges(std::move(begun)) {}

  std::string text;
  std::vector<WordRange> ranges;
  bool follows = false;  // must stand right behind the word before

  /// The edits between this and the beginning of a word of the table; nothing when it does not begin so.
  std::optional<std::uint32_t> edits_to(std::uint32_t word) const {
    if (ranges.size() != 1) return edits_among_ranges(word);
    const bool begins_so = word >= ranges[0].begin && word < ranges[0].end;
    return begins_so ? std::optional(ranges[0].edits) : std::nullopt;
  }

 private:
  std::optional<std::uint32_t> edits_among_ranges(std::uint32_t word) const;
};

/// In the order of trust.
enum class Manner { as_typed, joined_or_split, with_slips };

struct TypedReading {
  Manner manner = Manner::as_typed;
  std::vector<TypedWord> words;
  std::vector<std::uint8_t> rarest_first;  // places in `words`, by how many words each may begin
};

/// Each word begins a word. Nothing when one of them begins none. `typed`: folded, at most most_suggest_words.
std::optional<TypedReading> read_as_typed(const std::vector<std::string>& typed,
                                          const WordTable& table);

/// Two neighbours written together, or one word split into a whole word and the beginning of the next; each once, at most sixteen readings.
std::vector<TypedReading> read_joined_or_split(const std::vector<std::string>& typed,
                                               const WordTable& table);

/// As typed, with forgiven_edits() in each word that is none of the table. Nothing when no word forgives any, or one begins none all the same.
std::optional<TypedReading> read_with_slips(const std::vector<std::string>& typed,
                                            const WordTable& table);

}  // namespace guidepost
