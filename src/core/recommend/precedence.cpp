#include "core/recommend/precedence.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr double least_share = 0.6;  // of the later one's roles need the earlier
constexpr double most_back =
    0.4;  // of the earlier one's roles need the later, as a part of that share
constexpr std::size_t least_roles = 3;  // fewer together are an accident
constexpr double least_lift = 2;        // times as often as chance would have it
constexpr double most_common =
    0.2;  // of all roles: what so many need is built on by nothing in particular
constexpr std::size_t most_after = 3;  // reasons a skill shows

/// `a` has fewer roles: each is looked for among those of `b`, behind the one before.
std::size_t shared_roles(const RecommendData& data, std::uint32_t a, std::uint32_t b) {
  const auto of_b = data.graph.roles_of(b);
  std::size_t shared = 0;
  auto from = of_b.begin();
  for (const SkillGraph::Use& use : data.graph.roles_of(a)) {
    from = std::lower_bound(from, of_b.end(), use.index,
                            [](const auto& one, std::uint32_t role) { return one.index < role; });
    if (from == of_b.end()) break;
    if (from->index == use.index) ++shared;
  }
  return shared;
}

/// `skill` declares that it needs, or is a kind of, `other`.
bool builds_on(const Skill& skill, const Skill& other) {
  return std::any_of(skill.relations.begin(), skill.relations.end(),
                     [&](const SkillRelation& relation) {
                       return relation.kind != RelationKind::related && relation.skill == other.id;
                     });
}

}  // namespace

std::optional<Precedence> precedence_of(const RecommendData& data, std::uint32_t earlier,
                                        std::uint32_t later) {
  const bool forth = builds_on(data.skill(later), data.skill(earlier));
  const bool back = builds_on(data.skill(earlier), data.skill(later));
  if (forth != back) {
    return forth ? std::optional(Precedence{PrecedenceKind::declared, 1}) : std::nullopt;
  }
  const std::size_t of_earlier = data.graph.roles_of(earlier).size();
  const std::size_t of_later = data.graph.roles_of(later).size();
  if (of_later < least_roles || of_earlier <= of_later) return std::nullopt;
  const double common =
      static_cast<double>(of_earlier) / static_cast<double>(data.graph.role_count());
  if (common > most_common) return std::nullopt;
  const std::size_t shared = shared_roles(data, later, earlier);
  const double share = static_cast<double>(shared) / static_cast<double>(of_later);
  const double other = static_cast<double>(shared) / static_cast<double>(of_earlier);
  if (shared < least_roles || share < least_share || other > most_back * share) return std::nullopt;
  if (share < least_lift * common) return std::nullopt;
  return Precedence{PrecedenceKind::roles, share};
}

std::vector<LearningStep> learning_order(const RecommendData& data,
                                         std::span<const std::uint32_t> skills) {
  std::vector<LearningStep> steps(skills.size());
  for (std::size_t later = 0; later < skills.size(); ++later) {
    steps[later].place = later;
    for (std::size_t earlier = 0; earlier < skills.size(); ++earlier) {
      if (earlier == later) continue;
      const auto why = precedence_of(data, skills[earlier], skills[later]);
      if (why) steps[later].after.push_back({earlier, *why});
    }
  }
  std::vector<LearningStep> order;
  std::vector<bool> is_done(skills.size(), false);
  const auto is_ready = [&](std::size_t place) {
    return std::all_of(steps[place].after.begin(), steps[place].after.end(),
                       [&](const LearningStep::After& after) { return is_done[after.place]; });
  };
  while (order.size() < skills.size()) {
    std::size_t next = skills.size();
    std::size_t first_left = skills.size();
    for (std::size_t place = 0; place < skills.size() && next == skills.size(); ++place) {
      if (is_done[place]) continue;
      first_left = std::min(first_left, place);
      if (is_ready(place)) next = place;
    }
    if (next == skills.size()) next = first_left;
    is_done[next] = true;
    LearningStep& step = steps[next];
    std::erase_if(step.after, [&](const LearningStep::After& a) { return !is_done[a.place]; });
    std::stable_sort(step.after.begin(), step.after.end(),
                     [](const auto& a, const auto& b) { return a.why.share > b.why.share; });
    step.after.resize(std::min(step.after.size(), most_after));
    order.push_back(std::move(step));
  }
  return order;
}

}  // namespace guidepost
