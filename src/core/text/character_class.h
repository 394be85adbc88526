// What a character is to a word: the alphabet of the tokenizer.
#pragma once

#include <cstddef>
#include <string_view>

namespace guidepost {

enum class CharacterClass {
  letter,  // and the marks on it
  digit,
  unspaced,  // of a script that puts no space between words: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese
  mark,      // belongs to the character before it
  apostrophe,
  other,  // separates; ill-formed bytes too
};

struct Character {
  CharacterClass kind = CharacterClass::other;
  std::size_t end = 0;  // offset behind it
};

/// The character that begins at `at`; one of class other and no length at the end of the text.
Character character_at(std::string_view text, std::size_t at);

/// Whether the word is of a script without spaces: it was cut by rule, not by whoever wrote it, and a letter more or less is another word.
bool is_unspaced(std::string_view word);

}  // namespace guidepost
