#include "core/recommend/similar_roles.h"

#include <algorithm>
#include <map>
#include <utility>

namespace guidepost {

RolesAnswer similar_roles(const RecommendData& data, std::uint32_t role,
                          const RolesRequest& request) {
  std::vector<Neighbour> near = data.similar.of(role);
  if (near.empty()) return roles_like(data, role, request);
  RolesRequest all = request;
  all.limit = data.graph.role_count();
  std::map<std::string, RoleFit> sharing;
  for (RoleFit& fit : roles_like(data, role, all).roles) sharing.emplace(fit.id, std::move(fit));
  RolesAnswer answer;
  answer.total = near.size();
  near.resize(std::min(near.size(), request.limit));
  for (const Neighbour& neighbour : near) {
    const SkillGraph::Role& other = data.graph.role(neighbour.item);
    const auto known = sharing.find(other.id);
    RoleFit fit = known == sharing.end() ? RoleFit{} : std::move(known->second);
    fit.id = other.id;
    fit.title = other.title;
    fit.score = neighbour.score();
    for (std::size_t i = 0; i < neighbour.parts.size(); ++i) {
      const auto weight = static_cast<double>(neighbour.parts[i]);
      if (weight != 0) fit.parts.push_back({data.similar.parts()[i], weight});
    }
    answer.roles.push_back(std::move(fit));
  }
  return answer;
}

}  // namespace guidepost
