// What the words of skills say about each other: their labels, names and descriptions as points in spaces of terms.
#pragma once

#include "core/recommend/latent_space.h"
#include "core/recommend/recommend_input.h"
#include "core/recommend/text_space.h"

#include <vector>

namespace guidepost {

/// Row i of everything is skill i.
struct SkillTexts {
  explicit SkillTexts(const RecommendInput& input);

  SparseRows label;
  SparseRows object;       // the label of a skill without its leading verb
  SparseRows names;        // label and aliases
  SparseRows text;         // names and description
  SparseRows letters;      // of the names
  SparseRows label_words;  // the terms of the label, each with its share of the label's idf
  SparseRows
      mentions;  // the skills that its description names: (1 + ln count) * idf of being named, at most 1
  LatentSpace latent;
};

}  // namespace guidepost
