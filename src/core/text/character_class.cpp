#include "core/text/character_class.h"

#include "core/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstdint>

namespace guidepost {
namespace {

bool is_of_unspaced_script(std::int32_t code_point) {
  constexpr std::int32_t first = 0x0E00;       // Thai: none of those scripts begins earlier
  constexpr std::int32_t long_vowel = 0x30FC;  // of kana, but Unicode gives it to no script
  if (code_point < first) return false;
  if (code_point == long_vowel) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code_point, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharacterClass class_of(std::int32_t code_point) {
  const auto mask = U_GET_GC_MASK(code_point);
  if ((mask & U_GC_M_MASK) != 0) return CharacterClass::mark;
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK)) == 0) return CharacterClass::other;
  if (is_of_unspaced_script(code_point)) return CharacterClass::unspaced;
  return (mask & U_GC_L_MASK) != 0 ? CharacterClass::letter : CharacterClass::digit;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
      return {CharacterClass::letter, at + 1};
    }
    if (byte >= '0' && byte <= '9') return {CharacterClass::digit, at + 1};
    return {byte == '\'' ? CharacterClass::apostrophe : CharacterClass::other, at + 1};
  }
  const auto [code_point, end] = code_point_at(text, at);
  return {code_point < 0 ? CharacterClass::other : class_of(code_point), end};
}

bool is_unspaced(std::string_view word) {
  if (word.empty() || static_cast<unsigned char>(word.front()) < 0x80) return false;
  return is_of_unspaced_script(code_point_at(word, 0).value);
}

}  // namespace guidepost
