// How near two roles are, part by part: their texts, titles, ratings, the skills they need, their levels.
#pragma once

#include "core/recommend/latent_space.h"
#include "core/recommend/recommend_input.h"
#include "core/recommend/text_space.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace guidepost {

/// What speaks for a pair; cosines unless said.
enum class RolePart : std::size_t {
  latent,     // of all their texts, in the space of latent topics
  letters,    // four-letter runs of title and aliases
  passages,   // passages: tasks, sections
  knowledge,  // how much more knowledge of each kind is needed than usual, where a source rates all
  needs,      // the skills they need, rare ones for more
  level,      // minus the difference of their numbered levels, in steps
};
inline constexpr std::size_t role_part_count = 6;
inline constexpr std::array<std::string_view, role_part_count> role_part_names{
    "latent", "letters", "passages", "knowledge", "needs", "level"};

struct RolePair {
  std::uint32_t other = 0;
  std::array<float, role_part_count> parts{};

  float& operator[](RolePart part) { return parts[static_cast<std::size_t>(part)]; }
  float operator[](RolePart part) const { return parts[static_cast<std::size_t>(part)]; }
};

/// Immutable but for what a thread brings along; the input must outlive it.
class RolePairs {
 public:
  explicit RolePairs(const RecommendInput& input);

  struct Workspace;

  /// About `most` others of the same language that may be similar to `role`, with all parts, by number.
  std::vector<RolePair> of(std::uint32_t role, std::size_t most, Workspace& workspace) const;

 private:
  void read_texts();
  void lay(std::uint32_t role, Workspace& workspace) const;
  std::vector<std::uint32_t> candidates(std::uint32_t role, std::size_t most,
                                        Workspace& workspace) const;
  RolePair pair(std::uint32_t a, std::uint32_t b, const Workspace& workspace) const;

  const RecommendInput& input_;
  SparseRows text_;
  SparseRows letters_;
  SparseRows passages_;
  LatentSpace latent_;
  SparseRows knowledge_;
  SparseRows needs_;
  std::vector<int> levels_;  // 0: none
  SparseRows by_text_;       // inverted
  SparseRows by_letters_;
  SparseRows by_needs_;
};

struct RolePairs::Workspace {
  explicit Workspace(const RolePairs& pairs);

  Tally tally;
  Scattered letters;
  Scattered passages;
  Scattered knowledge;
  Scattered needs;
};

}  // namespace guidepost
