#include "indexer/word_counts.h"

namespace guidepost::indexer {

void WordCounts::add(std::string_view folded_word) {
  const std::size_t index = numbering_.number(folded_word) - 1;
  if (index == counts_.size()) {
    counts_.push_back(0);
    latest_.push_back(0);
  }
  if (latest_[index] == document_) return;
  latest_[index] = document_;
  ++counts_[index];
}

void WordCounts::add_to(std::map<std::string, std::uint32_t>& totals) const {
  for (std::size_t i = 0; i < counts_.size(); ++i) totals[numbering_.terms()[i]] += counts_[i];
}

void WordCounts::subtract_from(std::map<std::string, std::uint32_t>& totals) const {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto found = totals.find(numbering_.terms()[i]);
    if (found == totals.end()) continue;
    if (found->second <= counts_[i]) {
      totals.erase(found);
    } else {
      found->second -= counts_[i];
    }
  }
}

}  // namespace guidepost::indexer
