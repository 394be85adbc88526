#include "core/text/word_joins.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

constexpr std::size_t group = 3;  // digits between the marks of a large number

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool is_word_at(std::string_view text, std::size_t at) {
  const CharacterClass kind = character_at(text, at).kind;
  return is_word_character({kind, 0}) || kind == CharacterClass::unspaced;
}

/// Three digits and no more stand at `at`.
bool is_group_at(std::string_view text, std::size_t at) {
  return text.size() >= at + group && is_number(text.substr(at, group)) &&
         !is_word_at(text, at + group);
}

/// "120,000" and "120 000". A plain space separates numbers as often, so only noughts are trusted behind it.
bool joins_number(std::string_view text, std::size_t at, std::string_view folded, char before) {
  const char mark = text[at];
  if ((mark != ',' && mark != ' ') || !is_number(folded)) return false;
  const bool is_first = before != mark;
  if (is_first ? folded.size() > group || folded.front() == '0' : folded.size() != group)
    return false;
  return is_group_at(text, at + 1) && (mark == ',' || text.substr(at + 1, group) == "000");
}

/// "401(k)"
bool joins_bracket(std::string_view text, std::size_t at, std::string_view folded) {
  return text[at] == '(' && is_number(folded) && at + 2 < text.size() &&
         is_ascii_letter(text[at + 1]) && text[at + 2] == ')';
}

/// "R & D": only between single letters.
bool joins_spaced_and(std::string_view text, std::size_t at, std::string_view folded) {
  return folded.size() == 1 && is_ascii_letter(folded.front()) && text.substr(at, 3) == " & " &&
         at + 3 < text.size() && is_ascii_letter(text[at + 3]) && !is_word_at(text, at + 4) &&
         character_at(text, at + 4).kind != CharacterClass::apostrophe;
}

}  // namespace

bool is_word_character(Character character) {
  return character.kind == CharacterClass::letter || character.kind == CharacterClass::digit ||
         character.kind == CharacterClass::mark;
}

std::size_t dotted_letters_end(std::string_view text, std::size_t at) {
  std::size_t letters = 0;
  bool has_last_dot = false;
  while (true) {
    const Character letter = character_at(text, at);
    if (letter.kind != CharacterClass::letter) break;
    const bool has_dot = letter.end < text.size() && text[letter.end] == '.';
    if (!has_dot && is_word_at(text, letter.end)) return 0;
    if (!has_dot && letters < 2) return 0;
    ++letters;
    at = letter.end;
    has_last_dot = has_dot;
    if (!has_dot) break;
    ++at;
  }
  if (is_word_at(text, at)) return 0;
  return letters > 2 || (letters == 2 && has_last_dot) ? at : 0;
}

std::size_t trailing_marks(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (count < 2 && at + count < text.size() && text[at + count] == '+') ++count;
  if (count == 0 && at < text.size() && text[at] == '#') count = 1;
  if (count == 0) return 0;
  const CharacterClass next = character_at(text, at + count).kind;
  if (next == CharacterClass::letter || next == CharacterClass::mark) return 0;
  if (next == CharacterClass::digit && count != 2) return 0;
  return count;
}

bool is_elided(std::string_view word, std::string_view text, std::size_t apostrophe) {
  constexpr std::array<std::string_view, 21> elided{
      "all",  "c",  "d",     "dall",  "dell", "j",    "jusqu", "l",  "lorsqu", "m",     "n",
      "nell", "qu", "quell", "quest", "s",    "sull", "t",     "un", "puisqu", "quoiqu"};
  const Character next = character_at(text, apostrophe + 1);
  if (next.kind != CharacterClass::letter) return false;
  const char first = text[apostrophe + 1];
  const bool is_vowel = static_cast<unsigned char>(first) >= 0x80 ||
                        std::string_view("aeiouhAEIOUH").find(first) != std::string_view::npos;
  if (!is_vowel || !is_word_at(text, next.end)) return false;
  return std::any_of(elided.begin(), elided.end(), [&](std::string_view one) {
    return std::equal(one.begin(), one.end(), word.begin(), word.end(),
                      [](char a, char b) { return a == lower(b); });
  });
}

std::size_t apostrophe_ending(std::string_view text, std::size_t apostrophe) {
  constexpr std::array<std::string_view, 6> endings{"s", "ll", "re", "ve", "d", "m"};
  if (character_at(text, apostrophe).kind != CharacterClass::apostrophe) return 0;
  for (const std::string_view ending : endings) {
    const std::string_view there = text.substr(apostrophe + 1, ending.size());
    const bool is_there = std::equal(ending.begin(), ending.end(), there.begin(), there.end(),
                                     [](char a, char b) { return a == lower(b); });
    const std::size_t end = apostrophe + 1 + ending.size();
    if (is_there && !is_word_at(text, end)) return end;
  }
  return 0;
}

Join join_at(std::string_view text, std::size_t at, std::string_view folded, char before) {
  if (at >= text.size()) return {'\0', at};
  if (is_word_character(character_at(text, at))) return {'n', at};  // "c++" and "17"
  if (joins_number(text, at, folded, before)) return {text[at], at + 1};
  if (joins_bracket(text, at, folded)) return {'(', at + 1};
  if (joins_spaced_and(text, at, folded)) return {'&', at + 3};
  const char mark = text[at];
  const bool is_join = std::string_view("./&-_").find(mark) != std::string_view::npos ||
                       (mark == '\'' && is_elided(folded, text, at));
  if (!is_join || !is_word_character(character_at(text, at + 1))) return {'\0', at};
  return {mark, at + 1};
}

}  // namespace guidepost
