// A document and what its score is made of: named numbers, each times its weight.
#pragma once

#include "core/index/name_index.h"
#include "core/search/ranking.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guidepost {

using Features = std::array<double, ranking::feature_count>;

/// As an explanation calls it.
std::string_view name_of(ranking::Feature feature);

/// The one of `features` that is asked for.
inline double& at(Features& features, ranking::Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

struct RankedCandidate {
  std::uint32_t document = 0;
  Features features{};
  std::uint32_t best_name = NameIndex::none;  // of the NameIndex

  double score() const;
  /// The score without what is as true of everything else: its language.
  double similarity() const;
};

}  // namespace guidepost
