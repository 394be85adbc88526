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
  std::size_t shared = 0;
  std::vector<std::string> guides;
  auto other = of_b.begin();
  for (const SkillGraph::Use& use : of_a) {
    while (other != of_b.end() && other->index < use.index) ++other;
    if (other == of_b.end()) break;
    if (other->index != use.index) continue;
    ++shared;
    if (guides.size() < most_guides_in_a_reason) guides.push_back(graph.role(use.index).id);
  }
  Reason reason =
      counted_reason(ReasonKind::roles, shared, of_a.size(), of_b.size(), graph.role_count());
  reason.guides = std::move(guides);
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
