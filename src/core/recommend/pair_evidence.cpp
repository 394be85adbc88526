#include "core/recommend/pair_evidence.h"

#include <algorithm>

namespace guidepost {

Reason counted_reason(ReasonKind kind, std::size_t shared, std::size_t a, std::size_t b,
                      std::size_t of) {
  Reason reason;
  reason.kind = kind;
  reason.shared = shared;
  reason.of = of;
  if (of == 0) return reason;
  reason.expected = static_cast<double>(a) * static_cast<double>(b) / static_cast<double>(of);
  if (reason.expected > 0) reason.lift = static_cast<double>(shared) / reason.expected;
  return reason;
}

Reason roles_with_both(const SkillGraph& graph, std::uint32_t a, std::uint32_t b) {
  const auto of_a = graph.roles_of(a);
  const auto of_b = graph.roles_of(b);
  std::vector<std::string> both;
  for (const SkillGraph::Use& role : of_a) {
    const bool has_other = std::any_of(of_b.begin(), of_b.end(), [&](const SkillGraph::Use& other) {
      return other.index == role.index;
    });
    if (has_other) both.push_back(graph.role(role.index).id);
  }
  Reason reason =
      counted_reason(ReasonKind::roles, both.size(), of_a.size(), of_b.size(), graph.role_count());
  std::sort(both.begin(), both.end());
  both.resize(std::min(both.size(), most_guides_in_a_reason));
  reason.guides = std::move(both);
  return reason;
}

Reason passages_with_both(const SkillGraph& graph, std::uint32_t a, std::uint32_t b) {
  const auto neighbours = graph.neighbours_of(a);
  const auto at = std::lower_bound(
      neighbours.begin(), neighbours.end(), b,
      [](const SkillGraph::Neighbour& one, std::uint32_t skill) { return one.skill < skill; });
  const bool is_there = at != neighbours.end() && at->skill == b;
  return counted_reason(ReasonKind::passages, is_there ? at->passages : 0, graph.passages_with(a),
                        graph.passages_with(b), graph.passage_count());
}

}  // namespace guidepost
