#include "core/recommend/namesakes.h"

#include "core/index/checksum.h"
#include "core/recommend/same_thing.h"

#include <algorithm>
#include <utility>

namespace guidepost {

Namesakes::Namesakes(std::span<const Skill> skills) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> forms;
  forms.reserve(skills.size());
  for (std::uint32_t skill = 0; skill < skills.size(); ++skill) {
    for (const std::string& form : forms_of_label(skills[skill].label)) {
      forms.emplace_back(hash64(form), skill);
    }
  }
  std::sort(forms.begin(), forms.end());
  for (auto begin = forms.begin(); begin != forms.end();) {
    const auto end = std::find_if(begin, forms.end(),
                                  [&](const auto& one) { return one.first != begin->first; });
    for (auto one = begin; one != end; ++one) {
      for (auto other = begin; other != end; ++other) {
        if (other->second != one->second) others_[one->second].push_back(other->second);
      }
    }
    begin = end;
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
