// The ways to read a query as a name: as it is, the parts of its brackets, written with a space more or less, and with synonyms of several words
// in place of what was typed.
#pragma once

#include "core/search/query_words.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The first is its words; then, where it has brackets, those outside and inside them; then with a single letter joined to its neighbour, or the
/// one word taken apart; then, where a synonym of several words stands for some, all words with that instead, trusted less.
std::vector<std::vector<QueryWord>> query_variants(
    std::string_view text, Typing typing, const Generation& generation, const Analyzer& analyzer,
    const std::function<std::size_t(const std::string&)>& frequency);

}  // namespace guidepost
