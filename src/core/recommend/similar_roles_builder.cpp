#include "core/recommend/similar_roles_builder.h"

#include "core/recommend/in_parallel.h"
#include "core/recommend/recommend_weights.h"
#include "core/recommend/role_pairs.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr std::size_t candidates_of_a_role = 400;

Neighbour weighed(const RolePair& pair) {
  Neighbour neighbour{pair.other, {}};
  for (std::size_t part = 0; part < role_part_count; ++part) {
    neighbour.parts.push_back(role_weights[part] * pair.parts[part]);
  }
  return neighbour;
}

void keep_best(std::vector<Neighbour>& neighbours) {
  std::erase_if(neighbours, [](const Neighbour& one) { return one.score() <= 0; });
  std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) {
    const double of_a = a.score();
    const double of_b = b.score();
    return of_a != of_b ? of_a > of_b : a.item < b.item;
  });
  neighbours.resize(std::min(neighbours.size(), longest_similar_list));
}

}  // namespace

NeighbourTable build_similar_roles(const RecommendInput& input, std::size_t threads) {
  NeighbourTable table;
  table.parts.assign(role_part_names.begin(), role_part_names.end());
  table.of.resize(input.roles.size());
  const RolePairs pairs(input);
  in_parallel(input.roles.size(), threads, [&](std::size_t begin, std::size_t end) {
    RolePairs::Workspace space(pairs);
    for (std::size_t role = begin; role < end; ++role) {
      std::vector<Neighbour>& neighbours = table.of[role];
      for (const RolePair& pair :
           pairs.of(static_cast<std::uint32_t>(role), candidates_of_a_role, space)) {
        neighbours.push_back(weighed(pair));
      }
      keep_best(neighbours);
    }
  });
  return table;
}

}  // namespace guidepost
