#include "core/search/name_features.h"

#include <algorithm>
#include <cmath>

namespace guidepost {

using ranking::Feature;

void NameFeatures::add(std::uint32_t document, RankedCandidate& candidate) const {
  const NameIndex::Range range = titles_.names_of(document);
  Features& features = candidate.features;
  std::vector<double> similarities;
  double best_rank = -1;
  double fourth_powers = 0;
  for (std::uint32_t name = range.first; name < range.first + range.count; ++name) {
    if (!candidates_.is_compared(name)) continue;
    const NameMatch match = best_match(name);
    similarities.push_back(match.similarity);
    const double square = match.similarity * match.similarity;
    fourth_powers += square * square;
    if (match.rank() > best_rank) {
      best_rank = match.rank();
      candidate.best_name = name;
      at(features, Feature::name) = match.similarity;
      at(features, Feature::pairs) = match.pairs;
      at(features, Feature::last) = match.last;
      at(features, Feature::first) = match.first;
    }
    if (titles_.is_label(name)) {
      double& label = at(features, Feature::label);
      label = std::max(label, match.similarity);
      if (is_corrected(name, match)) at(features, Feature::exact) = match.similarity;
    }
    double& initials = at(features, Feature::initials);
    initials = std::max(initials, match.abbreviated);
    if (!candidates_.letters.empty()) {
      double& letters = at(features, Feature::letters);
      letters = std::max(letters, static_cast<double>(candidates_.letters.of(name)));
    }
  }
  constexpr double as_good_as_equal = 0.995;
  if (at(features, Feature::label) > as_good_as_equal) at(features, Feature::exact) = 1;
  std::sort(similarities.rbegin(), similarities.rend());
  similarities.resize(3, 0);
  at(features, Feature::three) = (similarities[0] + similarities[1] + similarities[2]) / 3;
  at(features, Feature::vote) = std::log1p(fourth_powers);
}

double NameFeatures::most_similar() const {
  double reached = 0;
  for (const QueryWord& word : words_) {
    if (word.ways.empty()) return 1;
    reached += word.idf * word.ways.front().trust;
  }
  const double weight = scorers_.front().query_weight();
  return weight > 0 ? reached / weight : 1;
}

bool NameFeatures::is_corrected(std::uint32_t name, const NameMatch& match) const {
  constexpr double next_best = 0.04;  // the second of equally near words
  return most_similar_ < 1 && titles_.terms_of(name).size() == words_.size() &&
         match.similarity >= most_similar_ - next_best;
}

NameMatch NameFeatures::best_match(std::uint32_t name) const {
  NameMatch best = scorers_.front().match(name);
  for (std::size_t i = 1; i < scorers_.size(); ++i) {
    const NameMatch other = scorers_[i].match(name);
    if (other.rank() > best.rank()) best = other;
  }
  return best;
}

}  // namespace guidepost
