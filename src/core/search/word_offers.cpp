// What else a query may have meant although its words are known: offered, never searched instead.
#include "core/search/likelier_words.h"
#include "core/search/ranking.h"
#include "core/search/word_reader.h"

#include <algorithm>
#include <utility>

namespace guidepost {

std::vector<WordChange> WordReader::offers(std::string_view text, StretchEnd end,
                                           std::size_t& walks_left) const {
  const Stretch stretch{text, words_of(text)};
  std::vector<WordChange> changes;
  for (std::size_t i = 0; i < stretch.words.size() && i < ranking::max_words;) {
    if (const std::size_t count = left_alone(stretch, i); count > 0) {
      i += count;
      continue;
    }
    const Word& word = stretch.words[i];
    const bool is_doubtful =
        !is_being_typed(stretch, i, end) && is_hardly_known(word.folded, generation_.dictionary);
    if (is_doubtful && walks_left > 0) {
      --walks_left;
      std::vector<std::string> likelier = likelier_words(word.folded, generation_.dictionary);
      if (!likelier.empty()) {
        changes.push_back({typed(stretch, i, 1), std::move(likelier.front()), word.range});
      }
    }
    ++i;
  }
  return changes;
}

}  // namespace guidepost
