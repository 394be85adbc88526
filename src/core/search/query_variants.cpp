#include "core/search/query_variants.h"

#include "core/search/ranking.h"
#include "core/search/speller.h"
#include "core/search/synonym_uses.h"
#include "core/text/name_words.h"
#include "core/text/spellings.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <optional>
#include <string>

namespace guidepost {
namespace {

/// What was not typed is worth less than what was, and is never equal to a name.
void trust_less(const std::vector<Word>& meaning, double trust, std::vector<QueryWord>& variant) {
  for (QueryWord& word : variant) {
    const bool is_meant = std::any_of(meaning.begin(), meaning.end(),
                                      [&](const Word& own) { return own.folded == word.folded; });
    if (!is_meant) continue;
    word.is_typed = false;
    word.may_be_initials = false;
    for (StandIn& way : word.ways) way.trust *= trust;
  }
}

/// A word that no name holds may be written as two: "source2" as "Source 2", "webapplication" as "web application". Short words with digits are names
/// of their own ("log4j", "cpp11"), what is one edit from a word is a slip, and who looks for JavaScript looks for no Java.
std::optional<std::string> taken_apart(const std::string& word, const Generation& generation,
                                       const Analyzer& analyzer) {
  constexpr std::size_t shortest = 4;
  if (is_in_name(word, generation, analyzer)) return std::nullopt;
  const std::size_t end = word.find_last_not_of("0123456789") + 1;
  if (end < word.size()) {
    const std::string letters = word.substr(0, end);
    if (end < shortest || !is_in_name(letters, generation, analyzer)) return std::nullopt;
    return letters + " " + word.substr(end);
  }
  const auto spelling = spelling_of(word);
  if (spelling && spelling->kind == SpellingKind::whole) return std::nullopt;
  const Speller speller(generation.dictionary);
  const bool is_written = generation.dictionary.documents_with(word) > 0;
  if (!is_written && speller.is_one_edit_from_known(word)) return std::nullopt;
  const auto parts = speller.split(word);
  return parts ? std::optional(parts->first + " " + parts->second) : std::nullopt;
}

/// A letter joined to the word before or behind it, where a name is written so: "adventure x" as "AdventureX".
std::optional<std::string> with_letter_joined(const std::vector<QueryWord>& words,
                                              const Generation& generation,
                                              const Analyzer& analyzer) {
  const auto is_letter = [](const std::string& word) {
    return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_letter(words[i].folded) && !is_letter(words[i + 1].folded)) continue;
    if (!is_in_name(words[i].folded + words[i + 1].folded, generation, analyzer)) continue;
    std::string joined;
    for (std::size_t word = 0; word < words.size(); ++word) {
      if (word > 0 && word != i + 1) joined += ' ';
      joined += words[word].folded;
    }
    return joined;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::vector<QueryWord>> query_variants(
    std::string_view text, Typing typing, const Generation& generation, const Analyzer& analyzer,
    const std::function<std::size_t(const std::string&)>& frequency) {
  std::vector<std::vector<QueryWord>> variants;
  for (const std::string& variant : name_variants(text)) {
    variants.push_back(query_words(variant, typing, generation, analyzer, frequency));
  }
  const auto add = [&](const std::string& read) {
    variants.push_back(query_words(read, Typing::finished, generation, analyzer, frequency));
  };
  if (const auto joined = with_letter_joined(variants.front(), generation, analyzer)) add(*joined);
  if (variants.front().size() == 1 && typing == Typing::finished) {
    const std::string word = variants.front().front().folded;
    if (const auto apart = taken_apart(word, generation, analyzer)) {
      add(*apart);
      trust_less(words_of(*apart), ranking::trust::taken_apart, variants.back());
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
    add(replaced);
    trust_less(meaning, ranking::trust::synonym, variants.back());
  }
  return variants;
}

}  // namespace guidepost
