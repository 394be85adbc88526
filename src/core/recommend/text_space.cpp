#include "core/recommend/text_space.h"

#include <algorithm>
#include <cmath>

namespace guidepost {

void SparseRows::add(std::vector<Entry> entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.column < b.column; });
  const std::size_t begin = entries_.size();
  for (const Entry& entry : entries) {
    if (entries_.size() > begin && entries_.back().column == entry.column) {
      entries_.back().value += entry.value;
    } else {
      entries_.push_back(entry);
    }
  }
  begins_.push_back(entries_.size());
  if (!entries.empty()) {
    columns_ = std::max<std::size_t>(columns_, std::size_t{entries.back().column} + 1);
  }
}

SparseRows SparseRows::transposed(std::size_t rows) const {
  SparseRows turned;
  turned.begins_.assign(std::max(rows, columns_) + 1, 0);
  for (const Entry& entry : entries_) ++turned.begins_[entry.column + 1];
  for (std::size_t i = 1; i < turned.begins_.size(); ++i) {
    turned.begins_[i] += turned.begins_[i - 1];
  }
  turned.entries_.resize(entries_.size());
  turned.columns_ = size();
  std::vector<std::size_t> next(turned.begins_.begin(), turned.begins_.end() - 1);
  for (std::size_t row = 0; row < size(); ++row) {
    for (const Entry& entry : (*this)[row]) {
      turned.entries_[next[entry.column]++] = {static_cast<std::uint32_t>(row), entry.value};
    }
  }
  return turned;
}

std::vector<float> idf_of(const SparseRows& counts) {
  std::vector<std::uint32_t> frequencies(counts.columns(), 0);
  for (std::size_t row = 0; row < counts.size(); ++row) {
    for (const SparseRows::Entry& entry : counts[row]) ++frequencies[entry.column];
  }
  std::vector<float> idf;
  idf.reserve(frequencies.size());
  for (const std::uint32_t frequency : frequencies) {
    idf.push_back(static_cast<float>(
        std::log((1.0 + static_cast<double>(counts.size())) / (1.0 + frequency))));
  }
  return idf;
}

SparseRows tf_idf(SparseRows counts, float idf_exponent, TermFrequency frequency) {
  std::vector<float> idf = idf_of(counts);
  for (float& value : idf) value = std::pow(value, idf_exponent);
  for (std::size_t row = 0; row < counts.size(); ++row) {
    double squares = 0;
    for (SparseRows::Entry& entry : counts.row(row)) {
      const float damped = frequency == TermFrequency::root
                               ? std::sqrt(entry.value)
                               : 1 + std::log(std::max(entry.value, 1.0F));
      entry.value = damped * idf[entry.column];
      squares += static_cast<double>(entry.value) * entry.value;
    }
    if (squares <= 0) continue;
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (SparseRows::Entry& entry : counts.row(row)) entry.value *= scale;
  }
  return counts;
}

void Scattered::lay(std::span<const SparseRows::Entry> row) {
  for (const std::uint32_t column : laid_) values_[column] = 0;
  laid_.clear();
  for (const SparseRows::Entry& entry : row) {
    values_[entry.column] = entry.value;
    laid_.push_back(entry.column);
  }
}

float Scattered::dot(std::span<const SparseRows::Entry> row) const {
  float sum = 0;
  for (const SparseRows::Entry& entry : row) sum += entry.value * values_[entry.column];
  return sum;
}

void Tally::add_products(std::span<const SparseRows::Entry> row, const SparseRows& inverted,
                         float factor, std::size_t longest) {
  for (const SparseRows::Entry& entry : row) {
    const auto items = inverted[entry.column];
    if (items.size() > longest) continue;
    const float weight = factor * entry.value;
    for (const SparseRows::Entry& item : items) add(item.column, weight * item.value);
  }
}

std::vector<Tally::Scored> Tally::take_best(std::size_t most) {
  std::vector<Scored> best;
  for (const std::uint32_t item : touched_) {
    if (scores_[item] > 0) best.push_back({item, scores_[item]});
    scores_[item] = 0;
    is_touched_[item] = 0;
  }
  touched_.clear();
  const auto is_better = [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.item < b.item;
  };
  if (best.size() > most) {
    const auto end = best.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(best.begin(), end, best.end(), is_better);
    best.erase(end, best.end());
  }
  std::sort(best.begin(), best.end(),
            [](const Scored& a, const Scored& b) { return a.item < b.item; });
  return best;
}

}  // namespace guidepost
