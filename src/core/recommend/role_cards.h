// What is known of each role beside its needs: where it stands and where it leads. A file of the generation.
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct RoleCard {
  std::vector<std::string> levels;  // as the source names them
  std::string language;
  std::string url;           // where the site shows it, as url_of() its guide
  std::uint32_t source = 0;  // equal for roles of one source
  std::vector<std::uint32_t>
      leads_to;  // roles of its career path, in order; itself is not among them
};

/// By role; steps to roles there are not are left out.
std::vector<RoleCard> role_cards_of(const RecommendInput& input);

std::string encode(const std::vector<RoleCard>& cards);
/// index_damaged when they are not for so many roles.
Result<std::vector<RoleCard>> decode_role_cards(std::string_view bytes, std::size_t roles);

/// How high a level stands: "intern" 0, "junior" 1 ... "executive" 7, "job-zone-4" 3; below 0 for a name that says nothing.
int rank_of_level(std::string_view level);

}  // namespace guidepost
