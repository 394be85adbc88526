#include "core/recommend/next_roles.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

constexpr std::size_t most_shown = 8;
/// What shares less of its needs is another trade.
constexpr double least_overlap = 0.1;
/// A level that says nothing is neither near nor far; one step up is as good as none, each further one halves, and so does each one down.
constexpr double unknown_nearness = 0.8;

/// The middle of a role's levels; nothing where none has a rank.
std::optional<double> rank_of(const RoleCard& card) {
  double sum = 0;
  int ranked = 0;
  for (const std::string& level : card.levels) {
    const int rank = rank_of_level(level);
    if (rank < 0) continue;
    sum += rank;
    ++ranked;
  }
  return ranked == 0 ? std::nullopt : std::optional(sum / ranked);
}

double nearness_of(std::optional<double> step) {
  if (!step) return unknown_nearness;
  const double beyond = *step < 0 ? -*step : std::max(0.0, *step - 1);
  return std::pow(0.5, beyond);
}

NextRole described(const RecommendData& data, const HeldSkills& held, std::uint32_t from,
                   std::uint32_t to) {
  NextRole next;
  next.id = data.graph.role(to).id;
  next.title = data.graph.role(to).title;
  next.url = data.cards[to].url;
  next.overlap = held.coverage_of(to);
  const auto here = rank_of(data.cards[from]);
  const auto there = rank_of(data.cards[to]);
  if (here && there) next.step = *there - *here;
  next.nearness = nearness_of(next.step);
  next.score = next.overlap * next.nearness;
  return next;
}

}  // namespace

NextAnswer next_roles(const RecommendData& data, std::uint32_t role, std::size_t limit) {
  NextAnswer answer{data.graph.role(role).id, data.graph.role(role).title, 0, {}};
  const RoleCard& card = data.cards[role];
  std::vector<std::uint32_t> needs;
  for (const SparseRows::Entry& need : data.model.needs()[role]) needs.push_back(need.column);
  const HeldSkills held(data, needs);
  std::vector<std::pair<NextRole, std::uint32_t>> found;
  for (std::uint32_t other = 0; other < data.graph.role_count(); ++other) {
    const bool is_declared =
        std::find(card.leads_to.begin(), card.leads_to.end(), other) != card.leads_to.end();
    const RoleCard& there = data.cards[other];
    if (other == role || is_declared || there.source != card.source ||
        there.language != card.language) {
      continue;
    }
    NextRole next = described(data, held, role, other);
    if (next.overlap >= least_overlap) found.emplace_back(std::move(next), other);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first.score != b.first.score ? a.first.score > b.first.score : a.first.id < b.first.id;
  });
  std::vector<std::pair<NextRole, std::uint32_t>> chosen;
  for (const std::uint32_t step : card.leads_to) {
    chosen.emplace_back(described(data, held, role, step), step);
    chosen.back().first.is_declared = true;
  }
  answer.total = chosen.size() + found.size();
  for (auto& next : found) {
    if (chosen.size() >= limit) break;
    chosen.push_back(std::move(next));
  }
  chosen.resize(std::min(chosen.size(), limit));
  for (auto& [next, number] : chosen) {
    const auto missing = held.missing_of(number);
    next.shared = held.needed(number, held.held_of(number), most_shown);
    next.to_learn = held.needed(number, missing, most_shown);
    next.to_learn_total = missing.size();
    answer.roles.push_back(std::move(next));
  }
  return answer;
}

}  // namespace guidepost
