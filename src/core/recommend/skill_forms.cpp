#include "core/recommend/skill_forms.h"

#include "core/recommend/same_thing.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace guidepost {

SkillForms::SkillForms(std::span<const Skill> skills) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  begins_.reserve(skills.size() + 1);
  for (const Skill& skill : skills) {
    for (std::string& form : forms_of_label(skill.label)) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      forms_.push_back(numbers.try_emplace(std::move(form), next).first->second);
    }
    begins_.push_back(forms_.size());
  }
  count_ = numbers.size();
}

}  // namespace guidepost
