#include "core/text/tokenizer.h"

#include "core/text/utf8.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <optional>
#include <utility>

namespace guidepost {
namespace {

enum class CharacterClass { letter, digit, apostrophe, other };

constexpr std::int32_t right_single_quote = 0x2019;

struct Character {
  CharacterClass kind = CharacterClass::other;
  std::size_t end = 0;  // offset behind it
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (const auto begin = word_begin(at)) {
        at = read_word(*begin);
      } else {
        at = skip_separator(at);
      }
    }
    if (!words_.empty()) words_.back().ends_clause = true;
    return std::move(words_);
  }

 private:
  Character character_at(std::size_t at) const {
    if (at >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
        return {CharacterClass::letter, at + 1};
      }
      if (byte >= '0' && byte <= '9') return {CharacterClass::digit, at + 1};
      return {byte == '\'' ? CharacterClass::apostrophe : CharacterClass::other, at + 1};
    }
    const auto [code_point, end] = code_point_at(text_, at);
    if (code_point == right_single_quote) return {CharacterClass::apostrophe, end};
    if (code_point < 0) return {CharacterClass::other, end};
    const auto mask = U_GET_GC_MASK(code_point);
    if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return {CharacterClass::letter, end};
    if ((mask & U_GC_N_MASK) != 0) return {CharacterClass::digit, end};
    return {CharacterClass::other, end};
  }

  bool is_word_character(std::size_t at) const {
    const CharacterClass kind = character_at(at).kind;
    return kind == CharacterClass::letter || kind == CharacterClass::digit;
  }

  /// A word begins here: at a letter or digit, or at the dot of ".NET".
  std::optional<std::size_t> word_begin(std::size_t at) const {
    if (is_word_character(at)) return at;
    if (text_[at] == '.' && !follows_word(at) &&
        character_at(at + 1).kind == CharacterClass::letter) {
      return at;
    }
    return std::nullopt;
  }

  bool follows_word(std::size_t at) const {
    return !words_.empty() && words_.back().range.end == at;
  }

  std::size_t skip_separator(std::size_t at) {
    const char c = text_[at];
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') sentence_ended_ = true;
    const bool is_punctuation =
        std::string_view(".,;:!?)]}\"\n/").find(c) != std::string_view::npos;
    if (is_punctuation && follows_word(at)) words_.back().ends_clause = true;
    return character_at(at).end;
  }

  /// Reads one word and what joins it to the next; returns the offset to go on from.
  std::size_t read_word(std::size_t begin) {
    std::size_t end = text_[begin] == '.' ? begin + 1 : begin;
    bool only_letters = true;
    std::string plain(text_.substr(begin, end - begin));
    while (true) {
      const Character character = character_at(end);
      if (character.kind == CharacterClass::apostrophe && is_word_character(character.end)) {
        const Character next = character_at(character.end);
        const bool is_possessive = (text_[character.end] == 's' || text_[character.end] == 'S') &&
                                   !is_word_character(next.end);
        end = is_possessive ? next.end : character.end;
        if (is_possessive) break;
        continue;
      }
      if (character.kind != CharacterClass::letter && character.kind != CharacterClass::digit) {
        break;
      }
      only_letters = only_letters && character.kind == CharacterClass::letter;
      plain += text_.substr(end, character.end - end);
      end = character.end;
    }
    if (const std::size_t marks = trailing_marks(end, only_letters); marks != 0) {
      plain += text_.substr(end, marks);
      end += marks;
    }
    // A lone mark or an invisible letter leaves nothing to compare: no word.
    return append(begin, end, plain) ? join(end) : end;
  }

  /// How many bytes of "++" or "#" belong to the word that ends at `at`: "C++", "C#", "F#", "C++17", but not "a+b" or "5+".
  std::size_t trailing_marks(std::size_t at, bool only_letters) const {
    if (!only_letters) return 0;
    std::size_t count = 0;
    while (count < 2 && at + count < text_.size() && text_[at + count] == '+') ++count;
    if (count == 0 && at < text_.size() && text_[at] == '#') count = 1;
    if (count == 0) return 0;
    const CharacterClass next = character_at(at + count).kind;
    if (next == CharacterClass::letter) return 0;
    if (next == CharacterClass::digit && count != 2) return 0;
    return count;
  }

  bool append(std::size_t begin, std::size_t end, const std::string& plain) {
    Word word;
    word.range = {begin, end};
    word.folded = clean_utf8(fold(plain), max_word_bytes);
    if (word.folded.empty()) {
      if (!words_.empty()) words_.back().joiner = '\0';  // there is nothing it joins
      return false;
    }
    word.starts_sentence = sentence_ended_;
    sentence_ended_ = false;
    words_.push_back(std::move(word));
    return true;
  }

  std::size_t join(std::size_t at) {
    if (at >= text_.size()) return at;
    Word& word = words_.back();
    if (is_word_character(at)) {  // "c++" and "17"
      word.joiner = 'n';
      return at;
    }
    const char c = text_[at];
    if (std::string_view("./&-_").find(c) == std::string_view::npos) return at;
    if (!is_word_character(at + 1)) return at;
    word.joiner = c;
    return at + 1;
  }

  std::string_view text_;
  std::vector<Word> words_;
  bool sentence_ended_ = true;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Scanner(text).run(); }

}  // namespace guidepost
