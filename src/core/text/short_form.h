// One word made of the words of a name: "winforms" of "windows forms", "gmail" of "google mail". Initials alone are the shortest of them.
#pragma once

#include <string_view>

namespace guidepost {

/// Whether `word` is the beginnings of all words of `phrase` in a row, each of at least one letter. Both folded, a space between words;
/// false for a phrase of one word. Any thread.
bool is_short_form(std::string_view word, std::string_view phrase);

/// Whether 3 to 5 letters from a to z are the first of a word and its last, those without a vowel and no plural: "psql" of "postgresql",
/// "gql" of "graphql".
bool is_beginning_and_end(std::string_view word, std::string_view whole);

/// Whether 2 to 5 letters are the first of `phrase` and others of it in their order: "jsx" of "javascript xml".
bool is_contraction(std::string_view word, std::string_view phrase);

}  // namespace guidepost
