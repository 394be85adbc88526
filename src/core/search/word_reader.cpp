#include "core/search/word_reader.h"

#include "core/index/schema.h"
#include "core/search/asking_words.h"
#include "core/search/facet_words.h"
#include "core/search/ranking.h"
#include "core/text/edit_distance.h"

#include <algorithm>
#include <set>
#include <span>

namespace guidepost {
namespace {

constexpr std::string_view query_language = "en";
constexpr std::size_t shortest_completion = 2;

void report_name(const Names& names, const std::string& unit, const std::string& text,
                 Interpretation& interpretation) {
  const std::string id(schema::id_of_unit(unit));
  if (schema::is_skill_unit(unit)) {
    if (const Skill* skill = names.vocabulary.find(id)) {
      interpretation.skills.push_back({id, skill->label, text});
    }
  } else if (const RoleName* role = names.role_named(id)) {
    interpretation.roles.push_back({id, role->title, text});
  }
}

}  // namespace

std::string WordReader::typed(const Stretch& stretch, std::size_t at, std::size_t count) const {
  const std::size_t begin = stretch.words[at].range.begin;
  return std::string(stretch.text.substr(begin, stretch.words[at + count - 1].range.end - begin));
}

std::vector<std::string> WordReader::terms(const Stretch& stretch, std::size_t at,
                                           std::size_t count) const {
  std::vector<std::string> terms;
  for (std::size_t i = at; i < at + count; ++i) {
    terms.push_back(analyzer_.term_of(stretch.words[i].folded, query_language));
  }
  return terms;
}

std::size_t WordReader::compound_length(const Stretch& stretch, std::size_t at) const {
  std::size_t length = 1;
  while (at + length < stretch.words.size() && stretch.words[at + length - 1].joiner != '\0') {
    ++length;
  }
  return length;
}

bool WordReader::is_known(const std::string& folded_word) const {
  return generation_.dictionary.documents_with(folded_word) > 0 ||
         frequency_(analyzer_.term_of(folded_word, query_language)) > 0;
}

/// The stem hides the slip: "enginer" has that of "engineer". A form that nobody wrote ("negotiates") is not one.
std::optional<std::string> WordReader::correct_form(const std::string& folded_word) const {
  constexpr std::size_t ending = 2;
  constexpr std::size_t all = static_cast<std::size_t>(-1);
  if (forgiven_edits(folded_word) == 0) return std::nullopt;
  const std::string term = analyzer_.term_of(folded_word, query_language);
  const std::string_view end = std::string_view(folded_word).substr(folded_word.size() - ending);
  for (DictionaryMatch& match : generation_.dictionary.near(folded_word, 1, all)) {
    const bool is_slip =
        match.word.ends_with(end) && analyzer_.term_of(match.word, query_language) == term;
    if (is_slip) return std::move(match.word);
  }
  return std::nullopt;
}

bool WordReader::is_being_typed(const Stretch& stretch, std::size_t at, StretchEnd end) const {
  return end == StretchEnd::being_typed && at + 1 == stretch.words.size() &&
         generation_.dictionary.begins_some(stretch.words[at].folded);
}

/// How many words from `at` on are a name or an expression that somebody wrote a rule for.
std::size_t WordReader::left_alone(const Stretch& stretch, std::size_t at) const {
  const auto name =
      generation_.lexicon.longest_match(stretch.text, stretch.words, at, Lexicon::Side::query);
  const auto synonym = generation_.synonyms.longest_match(stretch.words, at);
  return std::max(name ? name->words : 0, synonym ? synonym->words : 0);
}

std::vector<WordChange> WordReader::corrections(std::string_view text, StretchEnd end,
                                                std::size_t& walks_left) const {
  const Stretch stretch{text, words_of(text)};
  const Speller speller(generation_.dictionary);
  std::vector<WordChange> changes;
  for (std::size_t i = 0; i < stretch.words.size() && i < ranking::max_words;) {
    if (const std::size_t count = left_alone(stretch, i); count > 0) {
      i += count;
      continue;
    }
    const std::string& word = stretch.words[i].folded;
    const bool is_right = is_being_typed(stretch, i, end) || is_known(word);
    const bool has_next = i + 1 < stretch.words.size() && left_alone(stretch, i + 1) == 0 &&
                          !is_being_typed(stretch, i + 1, end);
    if (has_next && !(is_right && is_known(stretch.words[i + 1].folded))) {
      if (auto joined = speller.join(word, stretch.words[i + 1].folded)) {
        const ByteRange both{stretch.words[i].range.begin, stretch.words[i + 1].range.end};
        changes.push_back({typed(stretch, i, 2), std::move(*joined), both});
        i += 2;
        continue;
      }
    }
    const bool is_form_only = is_right && !is_being_typed(stretch, i, end) &&
                              generation_.dictionary.documents_with(word) == 0;
    if ((!is_right || is_form_only) && walks_left > 0) {
      --walks_left;
      if (auto corrected = is_right ? correct_form(word) : speller.correct(word)) {
        changes.push_back({typed(stretch, i, 1), std::move(*corrected), stretch.words[i].range});
      }
    }
    ++i;
  }
  return changes;
}

WordGroup WordReader::name_group(const Stretch& stretch, std::size_t at,
                                 const Lexicon::Match& match) const {
  WordGroup group{typed(stretch, at, match.words), GroupKind::name, {}};
  const bool is_everyday_word = match.entry->name_case == NameCase::exact;
  const std::vector<std::string> own = terms(stretch, at, match.words);
  if (is_everyday_word) {
    group.alternatives.push_back({{match.entry->unit}, Together::in_a_row, 1});
    group.alternatives.push_back({own, Together::in_a_row, ranking::everyday_word_trust});
    return group;
  }
  group.alternatives.push_back({own, Together::in_a_row, 1});
  group.alternatives.push_back({{match.entry->unit}, Together::in_a_row, ranking::name_trust});
  if (own.size() > 1) {
    group.alternatives.push_back({own, Together::anywhere, ranking::scattered_trust});
  }
  return group;
}

WordGroup WordReader::compound_group(const Stretch& stretch, std::size_t at,
                                     std::size_t count) const {
  WordGroup group{typed(stretch, at, count), GroupKind::word, {}};
  std::vector<std::string> own = terms(stretch, at, count);
  std::string joined;
  for (std::size_t i = at; i < at + count; ++i) joined += stretch.words[i].folded;
  group.alternatives.push_back({own, Together::in_a_row, 1});
  group.alternatives.push_back(
      {{analyzer_.term_of(joined, query_language)}, Together::in_a_row, 1});
  group.alternatives.push_back({std::move(own), Together::anywhere, ranking::scattered_trust});
  return group;
}

/// Words that a rule of the synonyms takes together: all of them that carry something, and what they may mean joins later.
WordGroup WordReader::expression_group(const Stretch& stretch, std::size_t at,
                                       std::size_t count) const {
  WordGroup group{typed(stretch, at, count), GroupKind::word, {}};
  std::vector<std::string> own;
  for (std::size_t i = at; i < at + count; ++i) {
    if (is_stop_word(stretch.words[i].folded)) continue;
    own.push_back(analyzer_.term_of(stretch.words[i].folded, query_language));
  }
  if (own.empty()) {
    group.alternatives.push_back({terms(stretch, at, count), Together::in_a_row, 1});
  } else {
    group.alternatives.push_back({std::move(own), Together::anywhere, 1});
  }
  return group;
}

void WordReader::add_synonyms(const Synonyms::Match& synonym, WordGroup& group,
                              Reading& reading) const {
  std::vector<std::string> meanings = synonyms_.add(synonym, group);
  if (meanings.empty()) return;
  reading.interpretation.synonyms.push_back({group.text, std::move(meanings)});
}

WordGroup WordReader::word_group(const Stretch& stretch, std::size_t at) const {
  const std::string& folded = stretch.words[at].folded;
  WordGroup group{typed(stretch, at, 1), GroupKind::word, {}};
  std::string term = analyzer_.term_of(folded, query_language);
  const bool has_other_form = term != folded && frequency_(folded) > 0;
  if (frequency_(term) > 0) group.alternatives.push_back({{term}, Together::in_a_row, 1});
  if (has_other_form) {
    group.alternatives.push_back({{folded}, Together::in_a_row, ranking::unstemmed_trust});
  }
  return group;
}

void WordReader::add_completions(std::string_view folded_word, WordGroup& group) const {
  if (folded_word.size() < shortest_completion) return;
  std::set<std::string> known;
  for (const Alternative& alternative : group.alternatives) {
    if (alternative.terms.size() == 1) known.insert(alternative.terms.front());
  }
  const auto add = [&](const std::string& term) {
    if (!known.insert(term).second) return;
    group.alternatives.push_back({{term}, Together::in_a_row, ranking::completion_trust});
  };
  for (const DictionaryMatch& match :
       generation_.dictionary.completions(folded_word, ranking::max_completions)) {
    add(analyzer_.term_of(match.word, query_language));
    const std::vector<Word> word = words_of(match.word);
    const auto name = generation_.lexicon.longest_match(match.word, word, 0, Lexicon::Side::query);
    if (name && name->words == word.size()) add(name->entry->unit);
  }
}

void WordReader::read(std::string_view text, StretchEnd end, StopWords stop_words,
                      Reading& reading) const {
  Stretch stretch{text, words_of(text)};
  if (stretch.words.size() > ranking::max_words) stretch.words.resize(ranking::max_words);
  Interpretation& report = reading.interpretation;
  read_asking_words(stretch.words, reading);
  read_facet_words(generation_, text, stretch.words, report);
  for (std::size_t i = 0; i < stretch.words.size();) {
    const Word& word = stretch.words[i];
    std::size_t count = 1;
    WordGroup group;
    WordReading how = WordReading::typed;
    const auto match =
        generation_.lexicon.longest_match(text, stretch.words, i, Lexicon::Side::query);
    const auto synonym = generation_.synonyms.longest_match(stretch.words, i);
    if (match && (!synonym || synonym->words <= match->words)) {
      count = match->words;
      group = name_group(stretch, i, *match);
      report_name(generation_.names, match->entry->unit, group.text, report);
    } else if (const std::size_t length = compound_length(stretch, i);
               length > 1 && (!synonym || synonym->words <= length)) {
      count = length;
      group = compound_group(stretch, i, count);
    } else if (synonym && synonym->words > 1) {
      count = synonym->words;
      group = expression_group(stretch, i, count);
    } else if (stop_words == StopWords::skip && is_stop_word(word.folded)) {
      report.words.push_back({typed(stretch, i, 1), word.folded, WordReading::stop_word});
      ++i;
      continue;
    } else {
      group = word_group(stretch, i);
    }
    if (synonym && synonym->words == count) add_synonyms(*synonym, group, reading);
    if (group.alternatives.empty()) how = WordReading::unknown;
    const bool is_last = i + count == stretch.words.size();
    const bool is_being_typed = is_last && end == StretchEnd::being_typed;
    if (group.alternatives.empty() || is_being_typed) {
      const std::size_t before = group.alternatives.size();
      add_completions(stretch.words[i + count - 1].folded, group);
      if (count == 1 && group.alternatives.size() > before) how = WordReading::prefix;
    }
    for (std::size_t j = i; j < i + count; ++j) {
      report.words.push_back({typed(stretch, j, 1), stretch.words[j].folded, how});
    }
    reading.plan.required.push_back(std::move(group));
    i += count;
  }
}

WordGroup WordReader::phrase(std::string_view text) const {
  Stretch stretch{text, words_of(text)};
  if (stretch.words.size() > ranking::max_words) stretch.words.resize(ranking::max_words);
  WordGroup group{std::string(text), GroupKind::name, {}};
  if (stretch.words.empty()) return group;
  group.alternatives.push_back({terms(stretch, 0, stretch.words.size()), Together::in_a_row, 1});
  // Texts of other languages hold the words as they stand beside their own stems.
  std::vector<std::string> plain;
  for (const Word& word : stretch.words) plain.push_back(word.folded);
  if (plain != group.alternatives.front().terms) {
    group.alternatives.push_back({std::move(plain), Together::in_a_row, ranking::unstemmed_trust});
  }
  return group;
}

std::vector<WordGroup> WordReader::groups(std::string_view text) const {
  const Stretch stretch{text, words_of(text)};
  std::vector<WordGroup> groups;
  for (std::size_t i = 0; i < stretch.words.size() && groups.size() < ranking::max_words;) {
    const auto match =
        generation_.lexicon.longest_match(text, stretch.words, i, Lexicon::Side::query);
    const std::size_t count = match ? match->words : compound_length(stretch, i);
    if (match) {
      groups.push_back(name_group(stretch, i, *match));
    } else {
      groups.push_back(count > 1 ? compound_group(stretch, i, count) : word_group(stretch, i));
    }
    // What is excluded must really be there: words of a name that only stand somewhere do not count.
    std::erase_if(groups.back().alternatives, [](const Alternative& alternative) {
      return alternative.together == Together::anywhere;
    });
    i += count;
  }
  return groups;
}

}  // namespace guidepost
