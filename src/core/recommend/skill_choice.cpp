#include "core/recommend/skill_choice.h"

#include <algorithm>
#include <set>

namespace guidepost {
namespace {

/// Of the right language already.
bool is_wanted(const Skill& skill, const SkillsRequest& request) {
  if (!request.kinds.empty() &&
      std::find(request.kinds.begin(), request.kinds.end(), skill.kind) == request.kinds.end()) {
    return false;
  }
  return !request.admits || request.admits(skill.id);
}

}  // namespace

SkillChoice choose_skills(const RecommendData& data, const std::vector<float>& scores,
                          std::span<const std::uint32_t> there, const SkillsRequest& request) {
  std::vector<bool> is_there(scores.size(), false);
  std::set<std::uint64_t> labels;
  SkillsShown shown(data.forms);
  const auto leave_out = [&](std::uint32_t skill) {
    is_there[skill] = true;
    labels.insert(data.model.label_key(skill));
    shown.add(skill);
  };
  std::for_each(there.begin(), there.end(), leave_out);
  std::for_each(request.besides.begin(), request.besides.end(), leave_out);
  const std::vector<bool> is_asked_for = data.languages.among(request.languages);
  const bool is_picky = !request.kinds.empty() || request.admits;
  std::vector<ScoredSkill> found;
  for (std::uint32_t skill = 0; skill < scores.size(); ++skill) {
    if (scores[skill] <= 0 || is_there[skill]) continue;
    if (!request.languages.empty() && !is_asked_for[data.languages.of(skill)]) continue;
    if (is_picky && !is_wanted(data.skill(skill), request)) continue;
    found.push_back({skill, static_cast<double>(scores[skill])});
  }
  const auto is_better = [](const ScoredSkill& a, const ScoredSkill& b) {
    return a.score != b.score ? a.score > b.score : a.skill < b.skill;
  };
  SkillChoice choice;
  // A few more than wanted are put in order, because some may say the same as another; hardly ever are all of them needed.
  const std::size_t most = std::max(request.limit, request.most_counted);
  std::size_t sorted = std::min(found.size(), most + most / 4 + 16);
  const auto cut = found.begin() + static_cast<std::ptrdiff_t>(sorted);
  if (cut != found.end()) std::nth_element(found.begin(), cut, found.end(), is_better);
  std::sort(found.begin(), cut, is_better);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == sorted) {
      std::sort(found.begin() + static_cast<std::ptrdiff_t>(i), found.end(), is_better);
      sorted = found.size();
    }
    const std::uint64_t label = data.model.label_key(found[i].skill);
    if (label != 0 && !labels.insert(label).second) continue;
    if (!shown.add(found[i].skill)) continue;
    if (choice.total == most) {
      choice.is_exact = false;
      break;
    }
    ++choice.total;
    if (choice.best.size() < request.limit) choice.best.push_back(found[i]);
  }
  return choice;
}

}  // namespace guidepost
