// Where a text has words that the synonyms give another meaning, as names are compared: one entry a meaning.
#pragma once

#include "core/index/generation.h"
#include "core/text/byte_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Words of the text that a rule gives another meaning.
struct SynonymUse {
  std::vector<std::string> words;  // folded, those left out that carry nothing
  ByteRange range;                 // of the text
  std::string meaning;
};

/// In the order of the text, the longest expressions; at most ranking::max_meanings of each. What is inside a longer name is the name's.
std::vector<SynonymUse> synonym_uses(std::string_view text, const Generation& generation);

}  // namespace guidepost
