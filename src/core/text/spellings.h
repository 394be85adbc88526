// What is written as one word and as two: "frontend" is "front end", "payroll" is "pay roll", "javascript" is "java script".
//
// The parts of a compound are what it is about, so they find it too. Those of other words are not: who looks for Java or for a script does
// not look for JavaScript. Such a word is found by its whole alone, however it is spaced. A closed list: what is not on it and is no name of
// the lexicon is left as it was written.
#pragma once

#include <optional>
#include <string_view>

namespace guidepost {

enum class SpellingKind { compound, whole };

struct Spelling {
  std::string_view first, second;  // folded words
  SpellingKind kind = SpellingKind::compound;
};

/// The two words that this folded word, or its plural, is also written as.
std::optional<Spelling> spelling_of(std::string_view folded_word);

/// Whether some spelling begins with this word: the next may belong to it.
bool begins_spelling(std::string_view folded_word);

/// Whether the word is the name of a technology that looks like a form of another word ("redis", "pandas"): not to be stemmed.
bool is_technical_name(std::string_view folded_word);

}  // namespace guidepost
