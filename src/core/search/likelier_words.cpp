#include "core/search/likelier_words.h"

#include "core/search/ranking.h"
#include "core/text/edit_distance.h"

#include <cstddef>
#include <limits>
#include <utility>

namespace guidepost {

bool is_hardly_known(std::string_view folded_word, const Dictionary& dictionary) {
  const std::size_t own = dictionary.documents_with(folded_word);
  return own > 0 && own <= ranking::hardly_any_documents && forgiven_edits(folded_word) > 0;
}

std::vector<std::string> likelier_words(std::string_view folded_word,
                                        const Dictionary& dictionary) {
  std::vector<std::string> likelier;
  if (!is_hardly_known(folded_word, dictionary)) return likelier;
  const std::size_t least = ranking::times_likelier * dictionary.documents_with(folded_word);
  constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
  // They come by distance, then frequency.
  for (DictionaryMatch& match : dictionary.near(folded_word, 1, all)) {
    if (likelier.size() == ranking::max_likelier) break;
    if (match.distance != 1 || match.documents < least) continue;
    if (match.word.front() == folded_word.front()) likelier.push_back(std::move(match.word));
  }
  return likelier;
}

}  // namespace guidepost
