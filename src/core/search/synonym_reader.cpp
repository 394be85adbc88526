#include "core/search/synonym_reader.h"

#include "core/search/ranking.h"
#include "core/search/term_frequency_weight.h"

#include <algorithm>
#include <utility>

namespace guidepost {

std::vector<std::string> SynonymReader::add(const Synonyms::Match& synonym,
                                            WordGroup& group) const {
  const double typed =
      group.alternatives.empty() ? 0 : information(group.alternatives.front().terms);
  std::vector<std::string> said;
  for (const std::string& meaning : synonym.meanings) {
    if (said.size() == ranking::max_meanings) break;
    const std::vector<Word> words = words_of(meaning);
    std::vector<std::string> terms;
    terms.reserve(words.size());
    for (const Word& word : words) terms.push_back(analyzer_.term_of(word.folded, "en"));
    bool is_said = add(std::move(terms), typed, group);
    const auto name = generation_.lexicon.longest_match(meaning, words, 0, Lexicon::Side::query);
    if (name && name->words == words.size()) {
      is_said = add({name->entry->unit}, typed, group) || is_said;
    }
    if (is_said) said.push_back(meaning);
  }
  return said;
}

bool SynonymReader::add(std::vector<std::string> terms, double typed, WordGroup& group) const {
  const bool is_somewhere =
      !terms.empty() && std::all_of(terms.begin(), terms.end(), [this](const std::string& term) {
        return frequency_(term) > 0;
      });
  const bool is_known =
      std::any_of(group.alternatives.begin(), group.alternatives.end(),
                  [&](const Alternative& alternative) { return alternative.terms == terms; });
  if (!is_somewhere || is_known) return is_somewhere;
  // A rare synonym would outweigh a common word that was typed: it counts no more than that does.
  const double own = information(terms);
  const double share = typed > 0 && own > typed ? typed / own : 1;
  group.alternatives.push_back(
      {std::move(terms), Together::in_a_row, ranking::synonym_trust * share});
  return true;
}

double SynonymReader::information(const std::vector<std::string>& terms) const {
  double sum = 0;
  for (const std::string& term : terms) {
    sum += inverse_document_frequency(static_cast<double>(generation_.document_count()),
                                      static_cast<double>(frequency_(term)));
  }
  return sum;
}

}  // namespace guidepost
