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

  /// By number of a language, whether it is one of `languages`.
  std::vector<bool> among(std::span<const std::string> languages) const {
    std::vector<bool> result;
    result.reserve(names_.size());
    for (const std::string& name : names_) {
      result.push_back(std::find(languages.begin(), languages.end(), name) != languages.end());
    }
    return result;
  }

 private:
  /// One that no skill has for a language that no skill is in.
  std::uint32_t number_of(std::string_view language) const {
    return static_cast<std::uint32_t>(std::find(names_.begin(), names_.end(), language) -
                                      names_.begin());
  }

  std::vector<std::string> names_;
  std::vector<std::uint32_t> of_skill_;
};

}  // namespace guidepost
