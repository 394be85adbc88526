// Roles that fit what a person can do, and roles like another one.
//
// A role's score is the cosine of what is held and what it needs, rare skills counting more; each held skill's summand is its exact share. A held skill that
// no role needs stands for the nearest in words that some role does.
#pragma once

#include "core/recommend/role_coverage.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guidepost {

/// What one held skill gives to a role's score.
struct HeldPart {
  std::string id;
  std::string label;
  double weight = 0;
  std::string instead_of;  // the skill that is really held, where this one stands for it
};

/// A named share of a score.
struct ScorePart {
  std::string name;
  double weight = 0;
};

struct RoleFit {
  std::string id;
  std::string title;
  std::string url;
  double score = 0;
  double coverage = 0;         // importance-weighted share of its needs that is held
  std::vector<HeldPart> held;  // largest weight first; without `parts` they add up to the score
  std::vector<NeededSkill> missing;  // most important first; at most `most_missing`
  std::size_t missing_total = 0;
  std::vector<ScorePart> parts = {};  // of similar roles: these add up to the score
};

struct RolesAnswer {
  std::size_t total = 0;       // roles that score above 0
  bool is_exact = true;        // false where they come from a list that is full: there may be more
  std::vector<RoleFit> roles;  // best first, ties by id
};

struct RolesRequest {
  std::size_t limit = 10;
  std::size_t most_missing = 10;
  std::string language;  // empty: every language
  /// What a similar role must score, as a share of what the best one does. Of the pairs that the experts of O*NET call related nearly all are above
  /// (task rec-similar-occ), and most roles of other trades are not.
  double least_similarity = 0.35;
};

/// `held`: numbers of skills, in any order.
RolesAnswer roles_for_skills(const RecommendData& data, std::span<const std::uint32_t> held,
                             const RolesRequest& request);

/// Roles that need the like of what `role` needs, in its language; itself is not among them. Coverage and what is missing are of the other role, for
/// one who has all that `role` needs. REQUIRES: role < data.graph.role_count().
RolesAnswer roles_like(const RecommendData& data, std::uint32_t role, const RolesRequest& request);

/// What each of `others`, in their order, shares with what `role` needs, as roles_like() has it; without a score. One that shares nothing, or is of
/// another language, has no coverage and nothing held or missing. REQUIRES: all < data.graph.role_count().
std::vector<RoleFit> shared_with(const RecommendData& data, std::uint32_t role,
                                 std::span<const std::uint32_t> others,
                                 const RolesRequest& request);

}  // namespace guidepost
