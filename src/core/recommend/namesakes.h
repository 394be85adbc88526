// Which skills are one thing by the forms of their labels (same_thing.h): who holds "SQL" holds "Structured query language SQL".
#pragma once

#include "core/recommend/skill_forms.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class Namesakes {
 public:
  Namesakes() = default;
  /// `forms`: of `skills` skills. Keeps only what has namesakes.
  Namesakes(const SkillForms& forms, std::size_t skills);

  /// The others that share a form with a skill, by number; empty for most.
  std::span<const std::uint32_t> of(std::uint32_t skill) const;

 private:
  std::map<std::uint32_t, std::vector<std::uint32_t>> others_;
};

}  // namespace guidepost
