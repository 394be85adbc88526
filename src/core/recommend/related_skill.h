// A skill that goes with others, and why: reasons are data, never sentences.
#pragma once

#include "core/model/skill.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost {

enum class ReasonKind {
  hits,       // occurs in the hits of a search more often than elsewhere
  roles,      // declared by the same roles
  passages,   // named in the same passages
  words,      // said in like words
  group,      // the source puts both in one group
  role_text,  // roles whose texts are like this one's need it
  part,       // another part of relatedness: `part` names it, see RelatedPart
  rest,       // the smaller reasons together: `of` of them
};

/// `shared` of `of` documents hold both; `expected` would by chance, `lift` is shared / expected. `weight` is this reason's share
/// of the score; the weights of a skill's reasons add up to its score.
struct Reason {
  ReasonKind kind = ReasonKind::roles;
  std::size_t shared = 0;
  std::size_t of = 0;
  std::size_t elsewhere = 0;  // hits only: documents outside the hits that hold the skill
  double expected = 0;
  double lift = 0;
  double weight = 0;
  std::vector<std::string> guides;  // ids of roles behind it, at most a handful, sorted
  std::string skill =
      {};  // the skill there is already that gives this reason; empty where it is clear
  std::string label = {};
  std::string part = {};
};

inline constexpr std::size_t most_guides_in_a_reason = 6;

struct RelatedSkill {
  std::string id;
  std::string label;
  SkillKind kind = SkillKind::skill;
  double score = 0;
  std::vector<Reason> reasons;  // never empty; the weightiest first
};

}  // namespace guidepost
