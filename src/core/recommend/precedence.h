// Which skill is learnt before which: what sources declare, and what roles show.
//
// A skill that needs another comes after it, and a narrower one after the broader. Where nothing is declared: if most roles that need b need a too, and few of
// those that need a need b, then a is what b is built on. After the asymmetric association of prerequisite mining (Liang et al., EMNLP 2015).
#pragma once

#include "core/recommend/recommend_data.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace guidepost {

enum class PrecedenceKind {
  declared,  // a relation of the source says so
  roles,     // `share` of the roles that need the later one need the earlier too
};

struct Precedence {
  PrecedenceKind kind = PrecedenceKind::declared;
  double share = 0;
};

/// Whether and why `earlier` comes before `later`.
std::optional<Precedence> precedence_of(const RecommendData& data, std::uint32_t earlier,
                                        std::uint32_t later);

/// What comes first, and what of the same list comes before it: places in the list given.
struct LearningStep {
  std::size_t place = 0;
  struct After {
    std::size_t place = 0;
    Precedence why;
  };
  std::vector<After> after;
};

/// Every skill of `skills` once: each as early as its place allows and after what comes before it. A circle is broken at its first place.
/// O(n^2) comparisons: for lists of a hundred or so.
std::vector<LearningStep> learning_order(const RecommendData& data,
                                         std::span<const std::uint32_t> skills);

}  // namespace guidepost
