// What sources and roles say about pairs of skills: declared relations, roles that need both, passages that name both.
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/recommend/text_space.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost {

/// How much more often than by chance two things of sizes `a` and `b` out of `of` occur together, 0 to 1: their cosine less what it would be by
/// chance, shrunk where few joint occurrences bear it.
float association(float shared, float a, float b, float of, float shrinkage);

/// Row i of everything is skill i; all are symmetric but `roles`.
struct SkillTies {
  explicit SkillTies(const RecommendInput& input);

  SparseRows roles;  // the roles that need it, of length 1
  SparseRows
      together;  // the skills named in the same passages more often than by chance: association()
  SparseRows partners;  // the skills it is declared to go with (not broader or narrower), 1 each
  SparseRows
      taxonomy;  // those broader and narrower, 1 each; those that share a broader one or a family, 1 / ln(e - 1 + how many share it)
  std::vector<float> population;  // by skill: the roles of all skills of its source
  /// Sources that relate knowledge to skills and little else, as ESCO does.
  std::vector<bool> pairs_knowledge_with_skill;  // by skill: of its source
};

}  // namespace guidepost
