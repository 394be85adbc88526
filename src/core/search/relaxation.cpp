#include "core/search/relaxation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace guidepost {
namespace {

// With this many words every way of giving some of them up is weighed; with more, they go one after the other.
constexpr std::size_t few_words = 6;

// "how to become a data engineer without a degree": whatever goes, the role stays.
constexpr double name_bonus = 100;  // more than all words of a query together

double information(const WordGroup& group, std::size_t frequency, std::size_t documents) {
  const double idf = std::log(1 + static_cast<double>(documents) / static_cast<double>(frequency));
  return group.kind == GroupKind::name ? idf + name_bonus : idf;
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
  GivenUp nowhere;
  std::vector<std::size_t> somewhere;
  for (std::size_t i = 0; i < plan_.required.size(); ++i) {
    const std::size_t found = frequency(plan_.required[i]);
    nowhere.push_back(found == 0);
    information_.push_back(found == 0 ? 0 : information(plan_.required[i], found, documents));
    if (found != 0) somewhere.push_back(i);
  }
  if (somewhere.empty()) return;
  // Words of equal information go in the order of their letters, not of typing.
  std::sort(somewhere.begin(), somewhere.end(), [this](std::size_t a, std::size_t b) {
    return plan_.required[a].text < plan_.required[b].text;
  });
  std::vector<double> words;
  words.reserve(somewhere.size());
  for (const std::size_t i : somewhere) words.push_back(information_[i]);
  if (somewhere.size() < plan_.required.size()) candidates_.push_back(nowhere);
  for (const std::vector<std::size_t>& set : sets_by_information(words)) {
    GivenUp given_up = nowhere;
    for (const std::size_t member : set) given_up[somewhere[member]] = true;
    candidates_.push_back(std::move(given_up));
  }
}

std::optional<QueryPlan> Relaxation::next() {
  const auto gives_up_what_is_kept = [this](const GivenUp& candidate) {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (kept_[i] && !candidate[i]) return false;
    }
    return candidate != kept_;
  };
  while (next_ < candidates_.size() && !gives_up_what_is_kept(candidates_[next_])) ++next_;
  if (next_ == candidates_.size() || plans_ == max_plans) return std::nullopt;
  ++plans_;
  const bool is_last_of_many = plans_ == max_plans && next_ + 1 < candidates_.size();
  last_ = is_last_of_many ? last_resort() : candidates_[next_];
  ++next_;
  return plan_for(last_);
}

void Relaxation::keep() { kept_ = last_; }

Relaxation::GivenUp Relaxation::last_resort() const {
  std::size_t best = plan_.required.size();
  for (std::size_t i = 0; i < plan_.required.size(); ++i) {
    if (!kept_.empty() && kept_[i]) continue;
    const bool is_better = best == plan_.required.size() || information_[i] > information_[best] ||
                           (information_[i] == information_[best] &&
                            plan_.required[i].text < plan_.required[best].text);
    if (is_better) best = i;
  }
  GivenUp given_up(plan_.required.size(), true);
  given_up[best] = false;
  return given_up;
}

QueryPlan Relaxation::plan_for(const GivenUp& given_up) const {
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
