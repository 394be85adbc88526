#include "core/recommend/similar_roles.h"

#include "core/recommend/similar_roles_builder.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace guidepost {

RolesAnswer similar_roles(const RecommendData& data, std::uint32_t role,
                          const RolesRequest& request) {
  std::vector<Neighbour> near = data.similar.of(role);
  if (near.empty()) return roles_like(data, role, request);
  RolesAnswer answer;
  answer.is_exact = near.size() < longest_similar_list;
  const double least = request.least_similarity * near.front().score();
  const auto unlike = std::find_if(near.begin(), near.end(),
                                   [&](const Neighbour& one) { return one.score() < least; });
  if (unlike != near.end()) answer.is_exact = true;  // nothing after it would do
  near.erase(unlike, near.end());
  answer.total = near.size();
  near.resize(std::min(near.size(), request.limit));
  std::vector<std::uint32_t> shown;
  shown.reserve(near.size());
  for (const Neighbour& neighbour : near) shown.push_back(neighbour.item);
  answer.roles = shared_with(data, role, shown, request);
  for (std::size_t place = 0; place < near.size(); ++place) {
    RoleFit& fit = answer.roles[place];
    fit.score = near[place].score();
    for (std::size_t i = 0; i < near[place].parts.size(); ++i) {
      const auto weight = static_cast<double>(near[place].parts[i]);
      if (weight != 0) fit.parts.push_back({data.similar.parts()[i], weight});
    }
  }
  return answer;
}

}  // namespace guidepost
