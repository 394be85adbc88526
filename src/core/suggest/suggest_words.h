// Names and what is typed, cut into the words that completion compares; and which bytes of a name those are.
#pragma once

#include "core/text/byte_range.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost {

/// Words of a name or of what is typed that are looked at; further ones are not.
inline constexpr std::size_t most_suggest_words = 16;

/// The words of `text`, at most most_suggest_words; a dot before a word is left out, so that "net" begins ".NET".
std::vector<Word> suggest_words(std::string_view text);

/// How many bytes of the folded `word` the folded `typed` stands for: all of it where the word begins so, else the beginning that is nearest,
/// which best ends as what was typed does. "kubrn" stands for "kubern" of "kubernetes". At least 1; O(|typed|^2).
std::size_t matched_length(std::string_view typed, std::string_view word);

/// The bytes of `text` that make the first `length` folded bytes of `word`, with the accents that follow: whole characters.
ByteRange matched_part(std::string_view text, const Word& word, std::size_t length);

}  // namespace guidepost
