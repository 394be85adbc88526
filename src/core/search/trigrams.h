// How alike two words are written: the three-letter pieces that they share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The pieces of three bytes of `word`, sorted.
std::vector<std::string> trigrams_of(std::string_view word);

/// Dice's coefficient of sorted `trigrams` and those of `word`: 1 for the same, 0 where they share none (Dice, "Measures of the Amount of
/// Ecologic Association Between Species", 1945).
double dice(const std::vector<std::string>& trigrams, std::string_view word);

}  // namespace guidepost
