// The weights of the recommender's text and tie models, each with its reason. One table; `scripts/tune_related.py` finds them anew.
#pragma once

#include <cstddef>

namespace guidepost {

// Fields of a skill's text: what its label and its aliases count against a word of the description.
inline constexpr float skill_label_repeats = 2;
inline constexpr float skill_alias_repeats = 1;
inline constexpr float skill_letters_idf = 1;
inline constexpr std::size_t skill_dimensions = 100;

// A source whose declared relations are nearly all between knowledge and a skill means that by "related".
inline constexpr std::size_t flip_least_pairs = 100;
inline constexpr double flip_least_share = 0.9;

// Long texts of roles: a damped idf, since what is rare in them is often incidental.
inline constexpr float role_idf = 0.5F;
inline constexpr std::size_t role_dimensions = 100;

}  // namespace guidepost
