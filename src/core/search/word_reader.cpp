#include "core/search/word_reader.h"

#include "core/index/schema.h"
#include "core/model/section_kind.h"
#include "core/search/ranking.h"
#include "core/search/speller.h"

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

void report_section(const std::string& folded_word, Interpretation& interpretation) {
  if (!interpretation.section) interpretation.section = section_kind_of_word(folded_word);
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

std::vector<WordChange> WordReader::corrections(std::string_view text, StretchEnd end) const {
  const Stretch stretch{text, words_of(text)};
  const Speller speller(generation_.dictionary);
  std::vector<WordChange> changes;
  for (std::size_t i = 0; i < stretch.words.size() && i < ranking::max_words; ++i) {
    const auto match =
        generation_.lexicon.longest_match(text, stretch.words, i, Lexicon::Side::query);
    if (match) {
      i += match->words - 1;
      continue;
    }
    const Word& word = stretch.words[i];
    const bool is_being_typed = end == StretchEnd::being_typed && i + 1 == stretch.words.size() &&
                                !generation_.dictionary.completions(word.folded, 1).empty();
    if (is_being_typed || is_known(word.folded)) continue;
    if (auto corrected = speller.correct(word.folded)) {
      changes.push_back({typed(stretch, i, 1), std::move(*corrected), word.range});
    }
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
  for (std::size_t i = 0; i < stretch.words.size();) {
    const Word& word = stretch.words[i];
    std::size_t count = 1;
    WordGroup group;
    WordReading how = WordReading::typed;
    const auto match =
        generation_.lexicon.longest_match(text, stretch.words, i, Lexicon::Side::query);
    if (match) {
      count = match->words;
      group = name_group(stretch, i, *match);
      report_name(generation_.names, match->entry->unit, group.text, report);
    } else if (const std::size_t length = compound_length(stretch, i); length > 1) {
      count = length;
      group = compound_group(stretch, i, count);
    } else if (stop_words == StopWords::skip && is_stop_word(word.folded)) {
      report.words.push_back({typed(stretch, i, 1), word.folded, WordReading::stop_word});
      ++i;
      continue;
    } else {
      group = word_group(stretch, i);
      how = group.alternatives.empty() ? WordReading::unknown : WordReading::typed;
    }
    const bool is_last = i + count == stretch.words.size();
    const bool is_being_typed = is_last && end == StretchEnd::being_typed;
    if (group.alternatives.empty() || is_being_typed) {
      const std::size_t before = group.alternatives.size();
      add_completions(stretch.words[i + count - 1].folded, group);
      if (count == 1 && group.alternatives.size() > before) how = WordReading::prefix;
    }
    for (std::size_t j = i; j < i + count; ++j) {
      report.words.push_back({typed(stretch, j, 1), stretch.words[j].folded, how});
      report_section(stretch.words[j].folded, report);
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
