// Where a word ends that is not only letters, and what joins it to the next: the marks of technical spellings, numbers, abbreviations and
// contractions. All offsets are into a ComparableText.
#pragma once

#include "core/text/character_class.h"

#include <cstddef>
#include <string_view>

namespace guidepost {

/// A letter, a digit, or a mark on one.
bool is_word_character(Character character);

/// The offset behind the letters with dots that begin at `at`, the last dot included: "U.S.A.", "e.g.", "M.B.A". 0 when there are none; two
/// letters need the last dot.
std::size_t dotted_letters_end(std::string_view text, std::size_t at);

/// How many bytes of "++" or "#" belong to the word that ends at `at`: "C++", "C#", "F#", "C++17", "A+", but not "a+b".
std::size_t trailing_marks(std::string_view text, std::size_t at);

/// Whether `word` is an article or pronoun that lost its vowel to what follows the apostrophe at `apostrophe`: "l'ingénieur", "d'une", "dell'arte".
bool is_elided(std::string_view word, std::string_view text, std::size_t apostrophe);

/// The offset behind an ending that belongs to no word: "driver's", "she'll", "we've". 0 when there is none.
std::size_t apostrophe_ending(std::string_view text, std::size_t apostrophe);

struct Join {
  char mark = '\0';     // Word::joiner
  std::size_t end = 0;  // where the next word begins, or `at` when nothing joins
};

/// What joins the word `folded` that ends at `at` to the next. `before`: what joins it to the word before.
Join join_at(std::string_view text, std::size_t at, std::string_view folded, char before);

}  // namespace guidepost
