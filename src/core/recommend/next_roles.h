// Where a role leads: what its career path declares, then roles a small step away that need much of the same.
#pragma once

#include "core/recommend/role_coverage.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

struct NextRole {
  std::string id;
  std::string title;
  std::string url;
  bool is_declared = false;    // a step of the role's own career path
  double score = 0;            // overlap * nearness
  double overlap = 0;          // importance-weighted share of its needs that the role before has
  double nearness = 0;         // of its level: 1 for the same or the next
  std::optional<double> step;  // levels up, below 0 for down; nothing where levels do not say
  std::vector<NeededSkill> shared;    // most important first, bounded
  std::vector<NeededSkill> to_learn;  // most important first, bounded
  std::size_t to_learn_total = 0;
};

struct NextAnswer {
  std::string role;
  std::string title;
  std::size_t total = 0;        // roles there are, exact; `roles` may hold fewer
  std::vector<NextRole> roles;  // declared ones in their order, then best first, ties by id
};

/// Only roles of the role's source and language count beside declared ones. REQUIRES: role < data.graph.role_count() == data.cards.size().
NextAnswer next_roles(const RecommendData& data, std::uint32_t role, std::size_t limit);

}  // namespace guidepost
