// A word that hardly any document has, one edit from one that very many have, may be a slip that some text made too: "enegry".
#pragma once

#include "core/index/dictionary.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Whether looking for likelier words is worth a walk through the dictionary: some document has the word, hardly any.
bool is_hardly_known(std::string_view folded_word, const Dictionary& dictionary);

/// At most ranking::max_likelier, the most frequent first. Any thread.
std::vector<std::string> likelier_words(std::string_view folded_word, const Dictionary& dictionary);

}  // namespace guidepost
