// How many edits turn one word into another, as far as anyone wants to know.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guidepost {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), counted in bytes of folded text.
/// Nothing when there are more than `limit`. O(|a| * |b|) at worst. After Ukkonen, "Algorithms for approximate string matching", 1985.
std::optional<std::size_t> edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// How many edits are taken for slips in a folded word: none in fewer than 4 letters or beside digits, one up to 7 letters, two from 8 on.
std::size_t forgiven_edits(std::string_view folded_word);

/// The candidate nearest to `typed` within a third of its length (at least one edit), ties to the first; empty when none is that near.
std::string nearest(std::string_view typed, std::span<const std::string> candidates);
std::string nearest(std::string_view typed, std::span<const std::string_view> candidates);

}  // namespace guidepost
