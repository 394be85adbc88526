// What is missing for a role, in learning order, and what each step opens.
#pragma once

#include "core/recommend/precedence.h"
#include "core/recommend/role_coverage.h"
#include "core/recommend/skill_suggestions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guidepost {

/// A role that comes nearer with a skill.
struct OpenedRole {
  std::string id;
  std::string title;
  double before = 0;  // coverage without it
  double after = 0;   // and with it
};

struct GapStep {
  NeededSkill skill;
  struct After {
    std::string id;
    std::string label;
    Precedence why;
  };
  std::vector<After> after;       // other missing skills that come before it
  std::vector<OpenedRole> opens;  // other roles, best covered first; at most `most_opened`
  std::size_t needed_by = 0;      // roles that need it
};

struct GapAnswer {
  std::string role;
  std::string title;
  double coverage = 0;
  std::vector<NeededSkill> held;  // of its needs, most important first
  std::vector<GapStep>
      missing;  // in learning order: by importance, but nothing before what it is built on
  std::size_t missing_total = 0;     // of different names; `missing` holds the most important ones
  std::vector<RelatedSkill> beyond;  // not declared, and likely; without reasons
};

struct GapRequest {
  std::size_t limit = 20;
  std::size_t most_opened = 3;
  std::size_t most_beyond = 5;
};

/// `held`: numbers of skills, in any order. REQUIRES: role < data.graph.role_count().
GapAnswer skill_gap(const RecommendData& data, std::uint32_t role,
                    std::span<const std::uint32_t> held, const GapRequest& request);

}  // namespace guidepost
