#include "core/recommend/namesakes.h"

#include <algorithm>

namespace guidepost {

Namesakes::Namesakes(const SkillForms& forms, std::size_t skills) {
  std::vector<std::vector<std::uint32_t>> skills_of(forms.count());
  for (std::uint32_t skill = 0; skill < skills; ++skill) {
    for (const std::uint32_t form : forms.of(skill)) skills_of[form].push_back(skill);
  }
  for (const std::vector<std::uint32_t>& alike : skills_of) {
    for (const std::uint32_t one : alike) {
      for (const std::uint32_t other : alike) {
        if (other != one) others_[one].push_back(other);
      }
    }
  }
  for (auto& [skill, others] : others_) {
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
  }
}

std::span<const std::uint32_t> Namesakes::of(std::uint32_t skill) const {
  const auto found = others_.find(skill);
  if (found == others_.end()) return {};
  return found->second;
}

}  // namespace guidepost
