// The forms of all skills' labels as small numbers: a question that looks at hundreds of labels compares numbers, not words (same_thing.h).
#pragma once

#include "core/model/skill.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class SkillForms {
 public:
  SkillForms() = default;
  explicit SkillForms(std::span<const Skill> skills);

  /// Of a skill, by its number: equal numbers for equal forms_of_label().
  std::span<const std::uint32_t> of(std::uint32_t skill) const {
    return std::span(forms_).subspan(begins_[skill], begins_[skill + 1] - begins_[skill]);
  }

  /// All numbers are below it.
  std::size_t count() const { return count_; }

 private:
  std::vector<std::size_t> begins_{0};
  std::vector<std::uint32_t> forms_;
  std::size_t count_ = 0;
};

/// What ThingsShown says of labels, for skills by number. A value for one question; the forms must outlive it.
class SkillsShown {
 public:
  explicit SkillsShown(const SkillForms& forms) : forms_(forms), is_shown_(forms.count(), 0) {}

  /// Whether nothing of the same name is shown; it is from now on.
  bool add(std::uint32_t skill) {
    bool is_new = true;
    for (const std::uint32_t form : forms_.of(skill)) {
      is_new = is_new && is_shown_[form] == 0;
      is_shown_[form] = 1;
    }
    return is_new;
  }

 private:
  const SkillForms& forms_;
  std::vector<char> is_shown_;  // by form
};

}  // namespace guidepost
