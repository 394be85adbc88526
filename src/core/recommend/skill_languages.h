// The languages of all skills as small numbers: a question about thousands of skills compares numbers, not names.
#pragma once

#include "core/model/skill.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class SkillLanguages {
 public:
  SkillLanguages() = default;
  explicit SkillLanguages(std::span<const Skill> skills) {
    of_skill_.reserve(skills.size());
    for (const Skill& skill : skills) {
      const std::uint32_t number = number_of(skill.language);
      if (number == names_.size()) names_.push_back(skill.language);
      of_skill_.push_back(number);
    }
  }

  /// Of a skill, by its number.
  std::uint32_t of(std::uint32_t skill) const { return of_skill_[skill]; }

  /// One that no skill has for a language that no skill is in.
  std::uint32_t number_of(std::string_view language) const {
    return static_cast<std::uint32_t>(std::find(names_.begin(), names_.end(), language) -
                                      names_.begin());
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::uint32_t> of_skill_;
};

}  // namespace guidepost
