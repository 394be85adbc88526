// Which words are abbreviated: read from names that say both forms, "Certified Nursing Assistant (CNA)". Initials fit very many names ("CPO": a
// certified prosthetist orthotist, a cut press operator); that people say them tells which is meant.
#include "core/index/name_index.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

std::string first_letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text[i - 1] == ' ') letters += text[i];
  }
  return letters;
}

/// The words [first, last) of a name that its last word, or its first, abbreviates; none for most.
std::pair<std::size_t, std::size_t> abbreviated_words(std::string_view text) {
  const std::string letters = first_letters_of(text);
  if (letters.size() < 3) return {0, 0};
  const std::string_view all = letters;
  if (text.substr(text.rfind(' ') + 1) == all.substr(0, all.size() - 1)) {
    return {0, all.size() - 1};
  }
  if (text.substr(0, text.find(' ')) == all.substr(1)) return {1, all.size()};
  return {0, 0};
}

}  // namespace

void NameIndex::learn_abbreviations() {
  std::vector<double> abbreviated(terms_.size(), 0);
  double pairs = 0;
  for (std::uint32_t name = 0; name < documents_.size(); ++name) {
    const auto words = terms_of(name);
    const auto [first, last] = abbreviated_words(text_of(name));
    for (std::size_t i = first; i < std::min(last, words.size()); ++i) {
      ++abbreviated[words[i]];
      ++pairs;
    }
  }
  abbreviated_.clear();
  if (pairs == 0) return;
  usually_abbreviated_ = pairs / static_cast<double>(postings_.size());
  constexpr double prior = 30;  // names of a word that are as likely abbreviated as any
  abbreviated_.reserve(terms_.size());
  for (std::uint32_t term = 0; term < terms_.size(); ++term) {
    const double share = (abbreviated[term] + prior * usually_abbreviated_) /
                         (static_cast<double>(names_with(term).size()) + prior);
    abbreviated_.push_back(static_cast<float>(std::log(share)));
  }
}

double NameIndex::abbreviation_of(std::uint32_t name) const {
  const auto words = terms_of(name);
  if (abbreviated_.empty() || words.empty()) return 0;
  double sum = 0;
  for (const std::uint32_t term : words) sum += static_cast<double>(abbreviated_[term]);
  const double share = std::exp(sum / static_cast<double>(words.size()));
  constexpr double as_usual = 3;
  return share / (share + as_usual * usually_abbreviated_);
}

}  // namespace guidepost
