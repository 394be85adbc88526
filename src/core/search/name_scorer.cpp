#include "core/search/name_scorer.h"

#include "core/search/ranking.h"
#include "core/text/short_form.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guidepost {
namespace {

constexpr std::size_t longest_run = 5;

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
      std::uint16_t& first = slots_[term % slots_.size()];
      uses_.push_back({term, i, way.trust, first});
      first = static_cast<std::uint16_t>(uses_.size());
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
      begins_run_[static_cast<unsigned char>(letters[begin])] = true;
    }
  }
}

NameMatch NameScorer::match(std::uint32_t name) const {
  NameMatch match;
  const auto terms = names_.terms_of(name);
  if (terms.empty() || query_weight_ <= 0) return match;
  Coverage covered;
  covered.name_count = std::min(terms.size(), most_words);
  covered.query_count = std::min(words_.size(), most_words);
  cover_by_terms(terms, covered);
  if (reads_initials_) cover_by_initials(name, covered, match);

  match.similarity = similarity(terms, covered);
  const std::string_view text = names_.text_of(name);
  if (match.similarity < 1 && is_joined(text, joined_)) match.similarity = 1;
  if (match.similarity < ranking::trust::short_form && is_short_form_of_other(text)) {
    match.similarity = ranking::trust::short_form;
  }

  const std::size_t count = covered.query_count;
  if (count > 1) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      if (covered.place[i] != 0 && covered.place[i + 1] == covered.place[i] + 1) ++pairs;
    }
    match.pairs = static_cast<double>(pairs) / static_cast<double>(count - 1);
  }
  const std::size_t last = covered.name_count - 1;
  if (covered.partner[last] == static_cast<std::int16_t>(count)) {
    match.last = covered.of_name[last];
  }
  if (covered.partner[0] == 1) match.first = covered.of_name[0];
  return match;
}

void NameScorer::cover_by_terms(std::span<const std::uint32_t> terms, Coverage& covered) const {
  for (std::size_t i = 0; i < covered.name_count; ++i) {
    for (std::uint16_t at = slots_[terms[i] % slots_.size()]; at != 0; at = uses_[at - 1U].next) {
      const Use& use = uses_[at - 1U];
      if (use.term != terms[i] || use.word >= covered.query_count) continue;
      // Of equals the first word counts; the list is read backwards.
      if (use.trust > covered.of_query[use.word]) {
        covered.of_query[use.word] = use.trust;
        covered.place[use.word] = static_cast<std::int16_t>(i + 1);
      }
      if (use.trust >= covered.of_name[i]) {
        covered.of_name[i] = use.trust;
        covered.partner[i] = static_cast<std::int16_t>(use.word + 1);
      }
    }
  }
}

/// Words of the query may be initials of the name's, and the other way round.
void NameScorer::cover_by_initials(std::uint32_t name, Coverage& covered, NameMatch& match) const {
  const std::string_view text = names_.text_of(name);
  std::array<std::size_t, most_words + 1> begins{};
  std::array<char, most_words> letters{};
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin = begins[count]) {
    if (count == covered.name_count) return;  // words were cut away: which, is not known
    letters[count] = text[begin];
    begins[++count] = std::min(text.find(' ', begin), text.size()) + 1;
  }
  if (count != names_.terms_of(name).size()) return;
  cover_initials_of_name(name, std::string_view(letters.data(), count), covered, match);
  for (std::size_t i = 0; i < count; ++i) {
    if (!begins_run_[static_cast<unsigned char>(letters[i])]) continue;
    const std::string_view word = text.substr(begins[i], begins[i + 1] - 1 - begins[i]);
    if (word.size() < 2 || word.size() > longest_run) continue;
    const auto run = runs_.find(word);
    if (run == runs_.end() || covered.of_name[i] >= ranking::trust::initials) continue;
    covered.of_name[i] = ranking::trust::initials;
    const auto [first, length] = run->second;
    for (std::size_t at = first; at < std::min(first + length, covered.query_count); ++at) {
      covered.of_query[at] = std::max(covered.of_query[at], ranking::trust::initials);
    }
  }
}

/// `letters`: the first of each word of the name.
void NameScorer::cover_initials_of_name(std::uint32_t name, std::string_view letters,
                                        Coverage& covered, NameMatch& match) const {
  for (std::size_t word = 0; word < covered.query_count; ++word) {
    const std::string& initials = initials_of_names_[word];
    if (initials.empty() || covered.of_query[word] >= ranking::trust::initials) continue;
    const std::size_t at = letters.find(initials);
    // "iac": the letters of words that carry nothing count too. Which words they are is not kept, so the share is spread over all.
    const std::string_view all = names_.initials_of(name);
    if (covered.query_count == 1 && (letters == initials || all == initials)) {
      match.abbreviated = names_.abbreviation_of(name);
    }
    if (at == std::string_view::npos && all.find(initials) != std::string_view::npos) {
      covered.of_query[word] = ranking::trust::initials;
      const double share = ranking::trust::initials * static_cast<double>(initials.size()) /
                           static_cast<double>(all.size());
      for (std::size_t i = 0; i < letters.size(); ++i) {
        covered.of_name[i] = std::max(covered.of_name[i], share);
      }
    }
    if (at == std::string_view::npos) continue;
    covered.of_query[word] = ranking::trust::initials;
    for (std::size_t i = at; i < at + initials.size(); ++i) {
      covered.of_name[i] = std::max(covered.of_name[i], ranking::trust::initials);
    }
  }
}

double NameScorer::similarity(std::span<const std::uint32_t> terms, const Coverage& covered) const {
  double query_covered = 0;
  double query_weight = 0;
  for (std::size_t i = 0; i < covered.query_count; ++i) {
    query_covered += words_[i].idf * covered.of_query[i];
    query_weight += words_[i].idf;
  }
  double name_covered = 0;
  double name_weight = 0;
  for (std::size_t i = 0; i < covered.name_count; ++i) {
    const double idf = names_.idf(terms[i]);
    name_covered += idf * covered.of_name[i];
    name_weight += idf;
  }
  if (query_covered <= 0 || name_covered <= 0) return 0;
  return std::sqrt(query_covered / query_weight * name_covered / name_weight);
}

/// One side is a word made of the beginnings of the other's words. A word that is known means itself.
bool NameScorer::is_short_form_of_other(std::string_view text) const {
  if (words_.size() > 1) {
    return text.find(' ') == std::string_view::npos && is_short_form(text, spelled_);
  }
  const bool is_known = !words_.front().ways.empty() && words_.front().ways.front().trust >= 1;
  return !is_known && (is_short_form(spelled_, text) || is_beginning_and_end(spelled_, text));
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
