#include "core/search/relaxation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace guidepost {
namespace {

// With this many words every way of giving some of them up is weighed; with more, they go one after the other.
constexpr std::size_t few_words = 6;

double information(const WordGroup& group, std::size_t frequency, std::size_t documents) {
  const double idf = std::log(1 + static_cast<double>(documents) / static_cast<double>(frequency));
  return group.kind == GroupKind::name ? 2 * idf : idf;
}

/// Sets of words to give up, the least informative first; never all of them.
std::vector<std::vector<std::size_t>> sets_by_information(const std::vector<double>& words) {
  std::vector<std::vector<std::size_t>> sets;
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return words[a] < words[b]; });
  if (words.size() > few_words) {
    const std::size_t stride = std::max<std::size_t>(1, words.size() / Relaxation::max_plans);
    const auto give_up_first = [&](std::size_t count) {
      sets.emplace_back(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count));
    };
    for (std::size_t count = stride; count < words.size(); count += stride) give_up_first(count);
    if (sets.back().size() + 1 < words.size()) give_up_first(words.size() - 1);
    return sets;
  }
  const std::uint32_t all = (1U << words.size()) - 1;
  std::vector<std::pair<double, std::uint32_t>> weighed;
  for (std::uint32_t set = 1; set < all; ++set) {
    double lost = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((set >> i & 1U) != 0) lost += words[order[i]];
    }
    weighed.emplace_back(lost, set);
  }
  std::sort(weighed.begin(), weighed.end());
  for (const auto& [lost, set] : weighed) {
    std::vector<std::size_t>& members = sets.emplace_back();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((set >> i & 1U) != 0) members.push_back(order[i]);
    }
  }
  return sets;
}

}  // namespace

Relaxation::Relaxation(QueryPlan plan, std::size_t documents,
                       const std::function<std::size_t(const WordGroup&)>& frequency)
    : plan_(std::move(plan)) {
  std::vector<bool> nowhere;
  std::vector<std::size_t> somewhere;
  for (std::size_t i = 0; i < plan_.required.size(); ++i) {
    nowhere.push_back(frequency(plan_.required[i]) == 0);
    if (!nowhere.back()) somewhere.push_back(i);
  }
  // Words of equal information go in the order of their letters, not of typing.
  std::sort(somewhere.begin(), somewhere.end(), [this](std::size_t a, std::size_t b) {
    return plan_.required[a].text < plan_.required[b].text;
  });
  std::vector<double> words;
  words.reserve(somewhere.size());
  for (const std::size_t i : somewhere) {
    words.push_back(information(plan_.required[i], frequency(plan_.required[i]), documents));
  }
  if (somewhere.empty()) return;
  if (somewhere.size() < plan_.required.size()) given_up_.push_back(nowhere);
  for (const std::vector<std::size_t>& set : sets_by_information(words)) {
    std::vector<bool> given_up = nowhere;
    for (const std::size_t member : set) given_up[somewhere[member]] = true;
    given_up_.push_back(std::move(given_up));
  }
  if (given_up_.size() > max_plans) {
    // The last resort stays within reach: the most informative word alone.
    const auto best = std::max_element(words.begin(), words.end()) - words.begin();
    std::vector<bool> all_but_best(plan_.required.size(), true);
    all_but_best[somewhere[static_cast<std::size_t>(best)]] = false;
    given_up_.resize(max_plans);
    given_up_.back() = std::move(all_but_best);
  }
}

std::optional<QueryPlan> Relaxation::next() {
  if (next_ == given_up_.size()) return std::nullopt;
  const std::vector<bool>& given_up = given_up_[next_++];
  QueryPlan looser = plan_;
  looser.required.clear();
  for (std::size_t i = 0; i < plan_.required.size(); ++i) {
    const WordGroup& group = plan_.required[i];
    if (!given_up[i]) {
      looser.required.push_back(group);
    } else if (!group.alternatives.empty()) {
      looser.optional.push_back(group);
    }
  }
  return looser;
}

}  // namespace guidepost
