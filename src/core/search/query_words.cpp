#include "core/search/query_words.h"

#include "core/search/likelier_words.h"
#include "core/search/ranking.h"
#include "core/search/speller.h"
#include "core/search/synonym_uses.h"
#include "core/search/trigrams.h"
#include "core/text/character_class.h"
#include "core/text/clipped_words.h"
#include "core/text/edit_distance.h"
#include "core/text/name_words.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace guidepost {
namespace {

namespace trust = ranking::trust;

constexpr std::size_t all = static_cast<std::size_t>(-1);
constexpr std::size_t longest_initials = 5;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_capitals(std::string_view text, std::string_view folded) {
  // The word as typed, found by its letters: capitals alone tell CNA from "can".
  std::string upper(folded);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper != folded && text.find(upper) != std::string_view::npos;
}

/// Whether the word is what the text ends with: words that carry nothing may stand behind the last that does.
bool ends_with_word(std::string_view text, std::string_view folded) {
  const std::vector<Word> words = words_of(text);
  return !words.empty() && words.back().range.end == text.size() && words.back().folded == folded;
}

/// "biochem" is cut from "biochemistry".
bool is_cut_from(std::string_view cut, std::string_view whole) {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t least = 2;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return cut.size() >= shortest && cut.size() + least <= whole.size() && whole.starts_with(cut) &&
         std::all_of(cut.begin(), cut.end(), is_letter);
}

class WordExpander {
 public:
  WordExpander(const Generation& generation, const Analyzer& analyzer,
               const std::function<std::size_t(const std::string&)>& frequency)
      : generation_(generation), analyzer_(analyzer), frequency_(frequency) {
    const FacetColumns& facets = generation.facets;
    for (std::uint32_t i = 0; i < facets.value_count(FacetField::language); ++i) {
      languages_.push_back(facets.value(FacetField::language, i));
    }
  }

  bool is_known(const NameWord& word) const {
    return generation_.dictionary.documents_with(word.folded) > 0 || frequency_(word.term) > 0;
  }

  QueryWord expand(const NameWord& word, const std::vector<SynonymUse>& synonyms,
                   bool is_being_typed) {
    QueryWord expanded{word.folded, {}};
    const bool known = is_known(word);
    // Nobody writes it, but something has its stem: "surveyer" may be a form of "survey", or a misspelt "surveyor".
    const bool is_form_only = known && generation_.dictionary.documents_with(word.folded) == 0;
    if (known) {
      add(expanded, word.term, is_form_only ? trust::unwritten_form : 1);
      expanded.idf = generation_.titles.idf_of(frequency_(word.term));
      for (const std::string& language : languages_) {
        std::string term = analyzer_.term_of(word.folded, language);
        if (term != word.term && frequency_(term) > 0) add(expanded, std::move(term), 1);
      }
      add_substitutes(expanded, word.term);
      add_unit(expanded, word.folded, 1);
    }
    add_clipped(expanded, word.folded);
    add_synonyms(expanded, synonyms);
    std::size_t nearest = 0;
    if (is_being_typed) add_completions(expanded, word.folded);
    const bool may_be_misspelt = is_form_only || (!known && expanded.ways.empty());
    if (may_be_misspelt && walks_left_ > 0) {
      --walks_left_;
      nearest = add_edits(expanded, word.folded);
    }
    if (known && !is_form_only) add_likelier(expanded, word.folded);
    add_spellings(expanded, word, known, nearest);
    if (!known) {
      expanded.idf = ranking::unknown_word_idf;
      const auto best =
          std::max_element(expanded.ways.begin(), expanded.ways.end(),
                           [](const StandIn& a, const StandIn& b) { return a.trust < b.trust; });
      if (best != expanded.ways.end()) {
        expanded.idf = generation_.titles.idf_of(frequency_(best->term));
      }
    }
    std::stable_sort(expanded.ways.begin(), expanded.ways.end(),
                     [](const StandIn& a, const StandIn& b) { return a.trust > b.trust; });
    if (expanded.ways.size() > ranking::max_stand_ins) {
      expanded.ways.resize(ranking::max_stand_ins);
    }
    return expanded;
  }

  /// "go" is Go or a verb, and no "GPU occupancy".
  bool is_everyday_name(const std::string& folded) const {
    const auto name = name_of(folded);
    return name && name->entry->name_case == NameCase::exact;
  }

  /// Two known words for an unknown one: "machinelearning". One edit is likelier than a space that was left out: "passanger".
  std::optional<std::pair<NameWord, NameWord>> split(const NameWord& word) const {
    const Speller speller(generation_.dictionary);
    auto language = as_language(word.folded);
    auto parts = language ? std::nullopt : speller.split(word.folded);
    if (!parts && !language) return std::nullopt;
    if (speller.is_one_edit_from_known(word.folded)) return std::nullopt;
    if (language) return language;
    return std::pair(named(std::move(parts->first)), named(std::move(parts->second)));
  }

  NameWord named(std::string folded) const {
    std::string term = analyzer_.term_of(folded, "en");
    return {std::move(folded), std::move(term)};
  }

 private:
  static void add(QueryWord& word, std::string term, double trusted) {
    const auto same = std::find_if(word.ways.begin(), word.ways.end(),
                                   [&](const StandIn& way) { return way.term == term; });
    if (same == word.ways.end()) {
      word.ways.push_back({std::move(term), trusted});
    } else {
      same->trust = std::max(same->trust, trusted);
    }
  }

  std::optional<Lexicon::Match> name_of(const std::string& folded) const {
    const std::vector<Word> alone = words_of(folded);
    auto name = generation_.lexicon.longest_match(folded, alone, 0, Lexicon::Side::query);
    return name && name->words == alone.size() ? name : std::nullopt;
  }

  /// "dlang" is the language D, where something is called just D.
  std::optional<std::pair<NameWord, NameWord>> as_language(const std::string& folded) const {
    constexpr std::string_view ending = "lang";
    if (folded.size() <= ending.size() || !folded.ends_with(ending)) return std::nullopt;
    NameWord name = named(folded.substr(0, folded.size() - ending.size()));
    const NameIndex& titles = generation_.titles;
    const std::uint32_t term = titles.term_named(name.term);
    if (term == NameIndex::none) return std::nullopt;
    const auto names = titles.names_with(term);
    const bool is_name = std::any_of(names.begin(), names.end(), [&](std::uint32_t each) {
      return titles.terms_of(each).size() == 1;
    });
    if (!is_name) return std::nullopt;
    return std::pair(std::move(name), named("language"));
  }

  /// The name that the word is, whatever it is called in the text: "k8s" finds Kubernetes.
  void add_unit(QueryWord& word, const std::string& folded, double trusted) const {
    if (const auto name = name_of(folded))
      add(word, name->entry->unit, trusted * ranking::name_trust);
  }

  void add_substitutes(QueryWord& word, const std::string& term) const {
    const NameIndex& titles = generation_.titles;
    const std::uint32_t number = titles.term_named(term);
    if (number == NameIndex::none) return;
    for (const Substitute& substitute : titles.substitutes(number)) {
      add(word, titles.term(substitute.term), substitute.trust);
    }
  }

  void add_clipped(QueryWord& word, const std::string& folded) const {
    for (const std::string_view other : clipped_or_whole(folded)) {
      std::string term = analyzer_.term_of(std::string(other), "en");
      if (frequency_(term) > 0) add(word, std::move(term), trust::clipped);
    }
  }

  /// One word stands in for each of those it replaces; several words in a row only for the last of them, or they would count more than once.
  void add_synonyms(QueryWord& word, const std::vector<SynonymUse>& synonyms) const {
    for (const SynonymUse& use : synonyms) {
      const auto own = std::find(use.words.begin(), use.words.end(), word.folded);
      if (own == use.words.end()) continue;
      std::vector<NameWord> meaning = name_words(use.meaning, "en", analyzer_);
      if (meaning.size() == 1) {
        add_unit(word, meaning.front().folded, trust::synonym);
        add(word, std::move(meaning.front().term), trust::synonym);
      } else if (own + 1 == use.words.end() && word.phrases.size() < ranking::max_phrases) {
        PhraseStandIn phrase{{}, trust::synonym};
        for (const Word& part : words_of(use.meaning)) {
          phrase.terms.push_back(analyzer_.term_of(part.folded, "en"));
        }
        word.phrases.push_back(std::move(phrase));
      }
    }
  }

  void add_completions(QueryWord& word, const std::string& folded) const {
    constexpr std::size_t shortest = 2;
    if (folded.size() < shortest) return;
    for (const DictionaryMatch& match :
         generation_.dictionary.completions(folded, ranking::max_completions)) {
      add(word, analyzer_.term_of(match.word, "en"), trust::completion);
    }
  }

  /// Returns the distance of the nearest; 0 when there is none.
  std::size_t add_edits(QueryWord& word, const std::string& folded) const {
    const std::size_t limit = forgiven_edits(folded);
    if (limit == 0) return 0;
    std::vector<DictionaryMatch> matches = generation_.dictionary.near(folded, limit, all);
    const auto cost = [&](const DictionaryMatch& match) {
      return 10 * static_cast<double>(match.distance) +
             (match.word.front() == folded.front() ? 0 : 7) - std::log2(1.0 + match.documents);
    };
    std::stable_sort(
        matches.begin(), matches.end(),
        [&](const DictionaryMatch& a, const DictionaryMatch& b) { return cost(a) < cost(b); });
    if (matches.size() > ranking::max_edits) matches.resize(ranking::max_edits);
    std::size_t nearest = 0;
    for (std::size_t rank = 0; rank < matches.size(); ++rank) {
      const DictionaryMatch& match = matches[rank];
      double trusted = match.distance == 1 ? trust::one_edit : trust::two_edits;
      trusted -= trust::less_by_rank * static_cast<double>(rank);
      if (match.word.front() != folded.front()) trusted -= trust::less_by_first_letter;
      add(word, analyzer_.term_of(match.word, "en"), trusted);
      add_unit(word, match.word, trusted);
      if (nearest == 0 || match.distance < nearest) nearest = match.distance;
    }
    return nearest;
  }

  /// Hardly anything has the word, and one edit makes it one that very much has: it may be a slip that some text made too.
  void add_likelier(QueryWord& word, const std::string& folded) {
    if (walks_left_ == 0 || !is_hardly_known(folded, generation_.dictionary)) return;
    --walks_left_;
    for (const std::string& likelier : likelier_words(folded, generation_.dictionary)) {
      add(word, analyzer_.term_of(likelier, "en"), trust::likelier_word);
    }
  }

  /// Terms of names that share the first three letters and most trigrams.
  void add_spellings(QueryWord& word, const NameWord& typed, bool known,
                     std::size_t nearest) const {
    const NameIndex& titles = generation_.titles;
    if (typed.term.size() < 5 || has_digit(typed.term) || is_unspaced(typed.term)) return;
    const std::vector<std::string> grams = trigrams_of(typed.term);
    const auto [first, last] = titles.terms_beginning_with(typed.term.substr(0, 3));
    std::vector<StandIn> found;
    std::vector<std::uint32_t> cut;
    for (std::uint32_t term = first; term < last; ++term) {
      const std::string& other = titles.term(term);
      if (other == typed.term || other.size() < 4) continue;
      const double similar = dice(grams, other);
      if (similar < trust::least_dice) {
        if (is_cut_from(typed.folded, other)) cut.push_back(term);
        continue;
      }
      double trusted = similar * (known ? trust::known_spelling : trust::unknown_spelling);
      if (nearest == 1) trusted = std::min(trusted, trust::spelling_beside_edit);
      found.push_back({other, trusted});
    }
    // The most usual of them: "micro" begins too many.
    std::stable_sort(cut.begin(), cut.end(), [&](std::uint32_t a, std::uint32_t b) {
      return titles.idf(a) < titles.idf(b);
    });
    cut.resize(std::min(cut.size(), ranking::max_cut_short));
    for (const std::uint32_t term : cut) found.push_back({titles.term(term), trust::cut_short});
    std::stable_sort(found.begin(), found.end(),
                     [](const StandIn& a, const StandIn& b) { return a.trust > b.trust; });
    for (StandIn& way : found) {
      if (word.ways.size() >= 2 * ranking::max_stand_ins) break;
      add(word, std::move(way.term), way.trust);
    }
  }

  const Generation& generation_;
  const Analyzer& analyzer_;
  const std::function<std::size_t(const std::string&)>& frequency_;
  std::vector<std::string> languages_;
  std::size_t walks_left_ = ranking::max_corrections;
};

}  // namespace

bool is_in_name(const std::string& folded, const Generation& generation, const Analyzer& analyzer) {
  const auto is_held = [&](const std::string& language) {
    return generation.titles.term_named(analyzer.term_of(folded, language)) != NameIndex::none;
  };
  if (is_held("en")) return true;
  const FacetColumns& facets = generation.facets;
  for (std::uint32_t i = 0; i < facets.value_count(FacetField::language); ++i) {
    if (is_held(facets.value(FacetField::language, i))) return true;
  }
  return false;
}

std::vector<QueryWord> query_words(
    std::string_view text, Typing typing, const Generation& generation, const Analyzer& analyzer,
    const std::function<std::size_t(const std::string&)>& frequency) {
  WordExpander expander(generation, analyzer, frequency);
  const std::vector<SynonymUse> synonyms = synonym_uses(text, generation);
  const std::vector<NameWord> typed = name_words(text, "en", analyzer);
  std::vector<NameWord> words;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool known = expander.is_known(typed[i]);
    if (i + 1 < typed.size() && !(known && expander.is_known(typed[i + 1]))) {
      NameWord joined = expander.named(typed[i].folded + typed[i + 1].folded);
      if (expander.is_known(joined)) {
        words.push_back(std::move(joined));
        ++i;
        continue;
      }
    }
    if (const auto parts = known ? std::nullopt : expander.split(typed[i])) {
      words.push_back(parts->first);
      words.push_back(parts->second);
      continue;
    }
    words.push_back(typed[i]);
  }
  std::vector<QueryWord> expanded;
  for (const NameWord& word : words) {
    if (expanded.size() == ranking::max_words) break;
    const bool is_being_typed = typing == Typing::in_progress && &word == &words.back() &&
                                ends_with_word(text, word.folded);
    expanded.push_back(expander.expand(word, synonyms, is_being_typed));
    QueryWord& last = expanded.back();
    const std::size_t length = word.folded.size();
    last.may_be_initials = !expander.is_everyday_name(word.folded) && length >= 2 &&
                           length <= longest_initials &&
                           (length <= 4 || is_capitals(text, word.folded) || last.ways.empty());
  }
  return expanded;
}

}  // namespace guidepost
