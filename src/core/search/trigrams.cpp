#include "core/search/trigrams.h"

#include <algorithm>
#include <iterator>

namespace guidepost {

std::vector<std::string> trigrams_of(std::string_view word) {
  std::vector<std::string> grams;
  for (std::size_t i = 0; i + 3 <= word.size(); ++i) grams.emplace_back(word.substr(i, 3));
  std::sort(grams.begin(), grams.end());
  return grams;
}

double dice(const std::vector<std::string>& trigrams, std::string_view word) {
  const std::vector<std::string> b = trigrams_of(word);
  if (trigrams.empty() || b.empty()) return 0;
  std::vector<std::string> shared;
  std::set_intersection(trigrams.begin(), trigrams.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return 2 * static_cast<double>(shared.size()) / static_cast<double>(trigrams.size() + b.size());
}

}  // namespace guidepost
