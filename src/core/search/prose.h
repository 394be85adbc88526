// Prose or a name: a claim, a sentence from a text, is found by its words alone; what is called something, by names too.
#pragma once

#include "core/search/ranked_candidate.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace guidepost {

/// A full stop ends it, as no name: "Headaches are correlated with cognitive impairment."
bool ends_like_sentence(std::string_view text);

/// Whether a query of `words` words that carry something is prose: it is long, or rather long and like the name of no candidate, or a sentence
/// that is no candidate's title.
bool is_prose(std::size_t words, bool is_sentence, std::span<const RankedCandidate> candidates);

}  // namespace guidepost
