#include "core/recommend/role_blocks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

namespace guidepost {
namespace {

/// Disjoint sets with path halving; the smallest member stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), std::uint32_t{0});
  }

  std::uint32_t find(std::uint32_t member) {
    while (parents_[member] != member) {
      parents_[member] = parents_[parents_[member]];
      member = parents_[member];
    }
    return member;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({find(a), find(b)});
    parents_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace

std::vector<RoleBlock> role_blocks_of(const RecommendInput& input) {
  const auto roles = static_cast<std::uint32_t>(input.roles.size());
  Sets sets(input.roles.size());
  std::map<std::string_view, std::uint32_t> first_of_source;
  for (std::uint32_t role = 0; role < roles; ++role) {
    sets.join(first_of_source.try_emplace(input.roles[role].source, role).first->second, role);
  }
  std::vector<std::uint32_t> first_with(input.skills.size(), roles);
  for (const RecommendInput::Need& need : input.needs) {
    if (first_with[need.skill] == roles) first_with[need.skill] = need.role;
    sets.join(first_with[need.skill], need.role);
  }
  std::vector<RoleBlock> blocks;
  std::map<std::uint32_t, std::size_t> block_of;
  for (std::uint32_t role = 0; role < roles; ++role) {
    const auto [place, is_new] = block_of.try_emplace(sets.find(role), blocks.size());
    if (is_new) blocks.emplace_back();
    blocks[place->second].roles.push_back(role);
  }
  for (std::uint32_t skill = 0; skill < first_with.size(); ++skill) {
    if (first_with[skill] == roles) continue;
    blocks[block_of.at(sets.find(first_with[skill]))].skills.push_back(skill);
  }
  return blocks;
}

}  // namespace guidepost
