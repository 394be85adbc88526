#include "core/text/tokenizer.h"

#include "core/text/character_class.h"
#include "core/text/comparable_text.h"
#include "core/text/utf8.h"
#include "core/text/word_joins.h"

#include <optional>
#include <utility>

namespace guidepost {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Scanner {
 public:
  explicit Scanner(const ComparableText& comparable)
      : comparable_(comparable), text_(comparable.text()) {}

  std::vector<Word> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const Character first = character_at(text_, at);
      if (first.kind == CharacterClass::unspaced) {
        at = read_unspaced(at);
      } else if (begins_word(at, first)) {
        at = read_word(at);
      } else {
        at = skip_separator(at, first);
      }
    }
    if (!words_.empty()) words_.back().ends_clause = true;
    return std::move(words_);
  }

 private:
  /// A word begins here: at a letter or digit, or at the dot of ".NET".
  bool begins_word(std::size_t at, Character first) const {
    if (is_word_character(first)) return true;
    return text_[at] == '.' && !follows_word(at) &&
           character_at(text_, at + 1).kind == CharacterClass::letter;
  }

  bool follows_word(std::size_t at) const { return !words_.empty() && last_end_ == at; }

  std::size_t skip_separator(std::size_t at, Character separator) {
    const char c = text_[at];
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') sentence_ended_ = true;
    if (c == '\n' && ++line_ends_ == 2) paragraph_ended_ = true;
    if (c != '\n' && c != ' ' && c != '\t' && c != '\r') line_ends_ = 0;
    const bool is_punctuation = std::string_view(".,;:!?)]}\"/").find(c) != std::string_view::npos;
    if ((is_punctuation && follows_word(at)) || (c == '\n' && !words_.empty())) {
      words_.back().ends_clause = true;
    }
    return separator.end;
  }

  /// Characters of scripts without spaces, two by two; one that stands alone is a word.
  std::size_t read_unspaced(std::size_t at) {
    std::optional<std::size_t> before;
    bool is_alone = true;
    while (character_at(text_, at).kind == CharacterClass::unspaced) {
      std::size_t end = character_at(text_, at).end;
      while (character_at(text_, end).kind == CharacterClass::mark) {
        end = character_at(text_, end).end;
      }
      if (before) {
        append(*before, end, std::string(text_.substr(*before, end - *before)));
        is_alone = false;
      }
      before = std::exchange(at, end);
    }
    if (is_alone) append(*before, at, std::string(text_.substr(*before, at - *before)));
    return at;
  }

  /// Reads one word and what joins it to the next; returns the offset to go on from.
  std::size_t read_word(std::size_t begin) {
    const bool is_joined = !words_.empty() && words_.back().joiner != '\0';
    if (const std::size_t end = is_joined ? 0 : dotted_letters_end(text_, begin); end != 0) {
      std::string letters;
      for (std::size_t at = begin; at < end; ++at) {
        if (text_[at] != '.') letters += text_[at];
      }
      const std::size_t ending = apostrophe_ending(text_, end);
      const std::size_t behind = ending != 0 ? ending : end;
      return append(begin, behind, letters) ? join(behind) : behind;
    }
    std::size_t end = text_[begin] == '.' ? begin + 1 : begin;
    bool only_letters = true;
    std::string plain(text_.substr(begin, end - begin));
    while (true) {
      // Most words are plain letters.
      const std::size_t run = end;
      while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
      plain += text_.substr(run, end - run);
      const Character character = character_at(text_, end);
      if (character.kind == CharacterClass::apostrophe) {
        if (!is_word_character(character_at(text_, character.end))) break;
        if (is_elided(plain, text_, end)) break;
        if (const std::size_t ending = apostrophe_ending(text_, end); ending != 0) {
          end = ending;
          break;
        }
        end = character.end;
        continue;
      }
      if (!is_word_character(character) || is_footnote(end, plain, only_letters)) break;
      only_letters = only_letters && character.kind != CharacterClass::digit;
      plain += text_.substr(end, character.end - end);
      end = character.end;
    }
    if (const std::size_t marks = trailing_marks(text_, end); marks != 0 && only_letters) {
      plain += text_.substr(end, marks);
      end += marks;
      if (const std::size_t ending = apostrophe_ending(text_, end); ending != 0) end = ending;
    }
    // A lone mark or an invisible letter leaves nothing to compare: no word.
    return append(begin, end, plain) ? join(end) : end;
  }

  /// "skills²" has a footnote; "m²", "CO₂" are words.
  bool is_footnote(std::size_t at, const std::string& plain, bool only_letters) const {
    constexpr std::size_t longest_unit = 3;
    return only_letters && plain.size() > longest_unit &&
           character_at(text_, at).kind == CharacterClass::digit && comparable_.is_superscript(at);
  }

  bool append(std::size_t begin, std::size_t end, const std::string& plain) {
    Word word;
    word.range = comparable_.source_range(begin, end);
    word.folded = clean_utf8(fold(plain), max_word_bytes);
    if (word.folded.empty()) {
      if (!words_.empty()) words_.back().joiner = '\0';  // there is nothing it joins
      return false;
    }
    word.starts_sentence = std::exchange(sentence_ended_, false);
    word.starts_paragraph = std::exchange(paragraph_ended_, false);
    line_ends_ = 0;
    last_end_ = end;
    words_.push_back(std::move(word));
    return true;
  }

  std::size_t join(std::size_t at) {
    if (at < text_.size() && comparable_.is_superscript(at)) return at;
    const Join join = join_at(text_, at, words_.back().folded, last_joiner());
    words_.back().joiner = join.mark;
    return join.end;
  }

  /// What joins the last word to the one before it.
  char last_joiner() const { return words_.size() < 2 ? '\0' : words_[words_.size() - 2].joiner; }

  const ComparableText& comparable_;
  std::string_view text_;
  std::vector<Word> words_;
  std::size_t last_end_ = 0;  // of the last word, in text_
  std::size_t line_ends_ = 0;
  bool sentence_ended_ = true;
  bool paragraph_ended_ = true;
};

/// A slash joins less than other marks do: "React.js/Vue.js" is two names, "C++11/14" a name and a number. But "A/B-test".
void loosen_slashes(std::vector<Word>& words) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    bool has_slash = false;
    bool has_other = false;
    for (; end < words.size() && words[end].joiner != '\0'; ++end) {
      (words[end].joiner == '/' ? has_slash : has_other) = true;
    }
    for (std::size_t i = begin; has_slash && has_other && i < end; ++i) {
      const bool is_letter_pair =
          words[i].folded.size() == 1 && i + 1 < words.size() && words[i + 1].folded.size() == 1;
      if (words[i].joiner != '/' || is_letter_pair) continue;
      words[i].joiner = '\0';
      words[i].ends_clause = true;
    }
    begin = end + 1;
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  const ComparableText comparable(text);
  std::vector<Word> words = Scanner(comparable).run();
  loosen_slashes(words);
  return words;
}

}  // namespace guidepost
