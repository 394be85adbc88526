#include "core/search/query_variants.h"

#include "core/search/ranking.h"
#include "core/search/speller.h"
#include "core/search/synonym_uses.h"
#include "core/text/name_words.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <optional>
#include <string>

namespace guidepost {
namespace {

/// What was not typed is worth less than what was, and is never equal to a name.
void trust_less(const std::vector<Word>& meaning, std::vector<QueryWord>& variant) {
  for (QueryWord& word : variant) {
    const bool is_meant = std::any_of(meaning.begin(), meaning.end(),
                                      [&](const Word& own) { return own.folded == word.folded; });
    if (!is_meant) continue;
    word.is_typed = false;
    word.may_be_initials = false;
    for (StandIn& way : word.ways) way.trust *= ranking::trust::synonym;
  }
}

bool is_in_name(const std::string& folded, const NameIndex& titles, const Analyzer& analyzer) {
  return titles.term_named(analyzer.term_of(folded, "en")) != NameIndex::none;
}

/// A word that no name holds may be written as two in one: "source2" as "Source 2", "webapplication" as "web application". Short words with digits
/// are names of their own: "log4j", "cpp11".
std::optional<std::string> taken_apart(const std::string& word, const Generation& generation,
                                       const Analyzer& analyzer) {
  constexpr std::size_t shortest = 4;
  const NameIndex& titles = generation.titles;
  if (is_in_name(word, titles, analyzer)) return std::nullopt;
  const std::size_t end = word.find_last_not_of("0123456789") + 1;
  const std::string letters = word.substr(0, end);
  if (end >= shortest && end < word.size() && is_in_name(letters, titles, analyzer)) {
    return letters + " " + word.substr(end);
  }
  const auto parts = Speller(generation.dictionary).split(word);
  return parts ? std::optional(parts->first + " " + parts->second) : std::nullopt;
}

}  // namespace

std::vector<std::vector<QueryWord>> query_variants(
    std::string_view text, Typing typing, const Generation& generation, const Analyzer& analyzer,
    const std::function<std::size_t(const std::string&)>& frequency) {
  std::vector<std::vector<QueryWord>> variants;
  for (const std::string& variant : name_variants(text)) {
    variants.push_back(query_words(variant, typing, generation, analyzer, frequency));
  }
  const std::vector<QueryWord>& words = variants.front();
  if (words.size() == 1) {
    if (const auto apart = taken_apart(words.front().folded, generation, analyzer)) {
      variants.push_back(query_words(*apart, Typing::finished, generation, analyzer, frequency));
    }
  }
  std::size_t left = ranking::max_synonym_variants;
  for (const SynonymUse& use : synonym_uses(text, generation)) {
    const std::vector<Word> meaning = words_of(use.meaning);
    if (left == 0) break;
    if (meaning.size() < 2) continue;  // it is among the ways of its word
    --left;
    const std::string replaced = std::string(text.substr(0, use.range.begin)) + use.meaning +
                                 std::string(text.substr(use.range.end));
    variants.push_back(query_words(replaced, Typing::finished, generation, analyzer, frequency));
    trust_less(meaning, variants.back());
  }
  return variants;
}

}  // namespace guidepost
