#include "core/search/name_scorer.h"

#include "core/search/ranking.h"
#include "core/text/short_form.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guidepost {
namespace {

constexpr std::size_t longest_run = 5;
constexpr std::size_t most_words = 32;

/// The first letters of words of a text that are separated by single spaces.
std::string first_letters(std::string_view text) {
  std::string letters;
  bool begins = true;
  for (const char c : text) {
    if (begins) letters += c;
    begins = c == ' ';
  }
  return letters;
}

bool is_joined(std::string_view text, std::string_view joined) {
  std::size_t at = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    if (at == joined.size() || joined[at] != c) return false;
    ++at;
  }
  return at == joined.size();
}

}  // namespace

double NameMatch::rank() const { return similarity + 0.05 * pairs + 0.02 * (last + first); }

NameScorer::NameScorer(const NameIndex& names, const std::vector<QueryWord>& words)
    : names_(names), words_(words) {
  std::string letters;
  bool is_typed = true;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const QueryWord& word = words[i];
    query_weight_ += word.idf;
    joined_ += word.folded;
    spelled_ += (spelled_.empty() ? "" : " ") + word.folded;
    is_typed = is_typed && word.is_typed;
    letters += word.folded.front();
    initials_of_names_.push_back(word.may_be_initials ? word.folded : std::string());
    for (const StandIn& way : word.ways) {
      const std::uint32_t term = names.term_named(way.term);
      if (term == NameIndex::none) continue;
      uses_[term].push_back({i, way.trust});
      is_maybe_used_[term % is_maybe_used_.size()] = true;
    }
  }
  if (!is_typed) {
    joined_.clear();
    spelled_.clear();
  }
  reads_initials_ =
      words.size() > 1 || std::any_of(words.begin(), words.end(),
                                      [](const auto& word) { return word.may_be_initials; });
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    for (std::size_t length = 2; length <= longest_run && begin + length <= letters.size();
         ++length) {
      runs_.try_emplace(letters.substr(begin, length), begin, length);
    }
  }
}

NameMatch NameScorer::match(std::uint32_t name) const {
  NameMatch match;
  const auto terms = names_.terms_of(name);
  if (terms.empty() || query_weight_ <= 0) return match;
  const std::string_view text = names_.text_of(name);
  const std::size_t count = std::min(terms.size(), most_words);
  const std::size_t query_count = std::min(words_.size(), most_words);

  // By word of the query and of the name: how far it is covered, and by which word of the other side.
  std::array<double, most_words> of_query{};
  std::array<double, most_words> of_name{};
  std::array<std::int16_t, most_words> place{};    // of a query word in the name, + 1
  std::array<std::int16_t, most_words> partner{};  // of a name's word in the query, + 1
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_maybe_used_[terms[i] % is_maybe_used_.size()]) continue;
    const auto found = uses_.find(terms[i]);
    if (found == uses_.end()) continue;
    for (const Use& use : found->second) {
      if (use.word >= query_count) continue;
      if (use.trust > of_query[use.word]) {
        of_query[use.word] = use.trust;
        place[use.word] = static_cast<std::int16_t>(i + 1);
      }
      if (use.trust > of_name[i]) {
        of_name[i] = use.trust;
        partner[i] = static_cast<std::int16_t>(use.word + 1);
      }
    }
  }
  const std::string letters = reads_initials_ ? first_letters(text) : std::string();
  if (letters.size() == terms.size()) {
    for (std::size_t word = 0; word < query_count; ++word) {
      const std::string& initials = initials_of_names_[word];
      if (initials.empty() || of_query[word] >= ranking::trust::initials) continue;
      const std::size_t at = letters.find(initials);
      // "iac": the letters of words that carry nothing count too. Which words they are is not kept, so the share is spread over all.
      const std::string_view all = names_.initials_of(name);
      if (query_count == 1 && (letters == initials || all == initials)) {
        match.abbreviated = names_.abbreviation_of(name);
      }
      if (at == std::string::npos && all.find(initials) != std::string_view::npos) {
        of_query[word] = ranking::trust::initials;
        const double share = ranking::trust::initials * static_cast<double>(initials.size()) /
                             static_cast<double>(all.size());
        for (std::size_t i = 0; i < count; ++i) of_name[i] = std::max(of_name[i], share);
      }
      if (at == std::string::npos || at + initials.size() > count) continue;
      of_query[word] = ranking::trust::initials;
      for (std::size_t i = at; i < at + initials.size(); ++i) {
        of_name[i] = std::max(of_name[i], ranking::trust::initials);
      }
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const std::string_view word = text.substr(begin, end - begin);
      begin = end + 1;
      if (word.size() < 2 || word.size() > longest_run) continue;
      const auto run = runs_.find(word);
      if (run == runs_.end() || of_name[i] >= ranking::trust::initials) continue;
      of_name[i] = ranking::trust::initials;
      const auto [first, length] = run->second;
      for (std::size_t word_at = first; word_at < first + length && word_at < query_count;
           ++word_at) {
        of_query[word_at] = std::max(of_query[word_at], ranking::trust::initials);
      }
    }
  }

  double query_covered = 0;
  double query_weight = 0;
  for (std::size_t i = 0; i < query_count; ++i) {
    query_covered += words_[i].idf * of_query[i];
    query_weight += words_[i].idf;
  }
  double name_covered = 0;
  double name_weight = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double idf = names_.idf(terms[i]);
    name_covered += idf * of_name[i];
    name_weight += idf;
  }
  if (query_covered > 0 && name_covered > 0) {
    match.similarity = std::sqrt(query_covered / query_weight * name_covered / name_weight);
  }
  if (match.similarity < 1 && is_joined(text, joined_)) match.similarity = 1;
  if (match.similarity < ranking::trust::short_form && is_short_form_of_other(text)) {
    match.similarity = ranking::trust::short_form;
  }

  if (query_count > 1) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i + 1 < query_count; ++i) {
      if (place[i] != 0 && place[i + 1] == place[i] + 1) ++pairs;
    }
    match.pairs = static_cast<double>(pairs) / static_cast<double>(query_count - 1);
  }
  const auto query_last = static_cast<std::int16_t>(query_count);
  if (partner[count - 1] == query_last) match.last = of_name[count - 1];
  if (partner[0] == 1) match.first = of_name[0];
  return match;
}

/// One side is a word made of the beginnings of the other's words. A word that is known means itself.
bool NameScorer::is_short_form_of_other(std::string_view text) const {
  if (words_.size() > 1) {
    return text.find(' ') == std::string_view::npos && is_short_form(text, spelled_);
  }
  const bool is_known = !words_.front().ways.empty() && words_.front().ways.front().trust >= 1;
  return !is_known && is_short_form(spelled_, text);
}

std::vector<float> NameScorer::overlaps(std::vector<std::uint32_t>& touched) const {
  std::vector<float> shared(names_.size(), 0);
  std::vector<std::uint8_t> counted(names_.size(), 0);  // the word, + 1, that was added last
  touched.clear();
  for (std::uint32_t i = 0; i < std::min(words_.size(), most_words); ++i) {
    const auto own = static_cast<std::uint8_t>(i + 1);
    // Ways come by trust: the first that a name has is its best.
    for (const StandIn& way : words_[i].ways) {
      const std::uint32_t term = names_.term_named(way.term);
      if (term == NameIndex::none) continue;
      const auto gain = static_cast<float>(way.trust * words_[i].idf);
      for (const std::uint32_t name : names_.names_with(term)) {
        if (counted[name] == own) continue;
        counted[name] = own;
        if (shared[name] == 0) touched.push_back(name);
        shared[name] += gain;
      }
    }
  }
  // A word of a name may be the initials of words of the query.
  for (const auto& [letters, run] : runs_) {
    const std::uint32_t term = names_.term_named(letters);
    if (term == NameIndex::none) continue;
    double gain = 0;
    for (std::size_t i = run.first; i < run.first + run.second; ++i) gain += words_[i].idf;
    for (const std::uint32_t name : names_.names_with(term)) {
      if (shared[name] == 0) touched.push_back(name);
      shared[name] += static_cast<float>(ranking::trust::initials * gain);
    }
  }
  for (const std::uint32_t name : touched) {
    shared[name] /= static_cast<float>(std::sqrt(names_.weight_of(name) + query_weight_ / 2));
  }
  return shared;
}

}  // namespace guidepost
