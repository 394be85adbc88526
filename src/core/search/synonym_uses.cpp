#include "core/search/synonym_uses.h"

#include "core/search/ranking.h"
#include "core/text/analyzer.h"
#include "core/text/tokenizer.h"

#include <algorithm>

namespace guidepost {

std::vector<SynonymUse> synonym_uses(std::string_view text, const Generation& generation) {
  const std::vector<Word> words = words_of(text);
  std::vector<SynonymUse> uses;
  for (std::size_t i = 0; i < words.size();) {
    const auto name = generation.lexicon.longest_match(text, words, i, Lexicon::Side::query);
    const auto synonym = generation.synonyms.longest_match(words, i);
    if (!synonym || (name && name->words > synonym->words)) {
      i += name ? name->words : 1;
      continue;
    }
    SynonymUse use;
    for (std::size_t j = i; j < i + synonym->words; ++j) {
      if (!is_stop_word(words[j].folded)) use.words.push_back(words[j].folded);
    }
    use.range = {words[i].range.begin, words[i + synonym->words - 1].range.end};
    const std::size_t most = std::min(synonym->meanings.size(), ranking::max_meanings);
    for (const std::string& meaning : synonym->meanings.subspan(0, most)) {
      use.meaning = meaning;
      uses.push_back(use);
    }
    i += synonym->words;
  }
  return uses;
}

}  // namespace guidepost
