#include "core/model/vocabulary.h"

#include "core/text/edit_distance.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace guidepost {
namespace {

/// Every key a skill answers to, its label first.
std::vector<std::pair<std::string, std::string>> keys_and_names(const Skill& skill) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto add = [&](const std::string& name) {
    for (std::string& key : recognised_keys(name)) pairs.emplace_back(std::move(key), name);
  };
  add(skill.label);
  for (const std::string& alias : skill.aliases) add(alias);
  return pairs;
}

}  // namespace

Vocabulary::Vocabulary(std::vector<Skill> skills) : skills_(std::move(skills)) {
  std::stable_sort(skills_.begin(), skills_.end(),
                   [](const Skill& a, const Skill& b) { return a.id < b.id; });
  skills_.erase(std::unique(skills_.begin(), skills_.end(),
                            [](const Skill& a, const Skill& b) { return a.id == b.id; }),
                skills_.end());
  for (const Skill& skill : skills_) beginnings_.add(skill.id);
  for (std::size_t i = 0; i < skills_.size(); ++i) {
    for (auto& [key, name] : keys_and_names(skills_[i])) by_name_.try_emplace(std::move(key), i);
  }
}

const Skill* Vocabulary::find(std::string_view id) const {
  const auto [first, last] = beginnings_.around(id);
  const auto found = std::lower_bound(
      skills_.begin() + static_cast<std::ptrdiff_t>(first),
      skills_.begin() + static_cast<std::ptrdiff_t>(last), id,
      [](const Skill& skill, std::string_view wanted) { return skill.id < wanted; });
  return found != skills_.end() && found->id == id ? &*found : nullptr;
}

const Skill* Vocabulary::named(std::string_view text) const {
  if (const Skill* skill = find(text)) return skill;
  for (const std::string& key : recognised_keys(text)) {
    if (const auto found = by_name_.find(key); found != by_name_.end()) {
      return &skills_[found->second];
    }
  }
  return nullptr;
}

std::string Vocabulary::nearest_id(std::string_view text) const {
  std::vector<std::string_view> ids;
  ids.reserve(skills_.size());
  for (const Skill& skill : skills_) ids.push_back(skill.id);
  return nearest(fold(text), std::span<const std::string_view>(ids));
}

std::vector<Vocabulary::Clash> Vocabulary::clashes(std::span<const Skill> skills) {
  std::vector<Clash> found;
  std::unordered_map<std::string, std::size_t> owner_of_id;
  std::unordered_map<std::string, std::size_t> owner_of_key;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    const auto [id_owner, is_new] = owner_of_id.try_emplace(skills[i].id, i);
    if (!is_new) {
      found.push_back({id_owner->second, i, skills[i].id});
      continue;
    }
    std::unordered_set<std::size_t> reported;
    for (const auto& [key, name] : keys_and_names(skills[i])) {
      const auto [key_owner, key_is_new] = owner_of_key.try_emplace(key, i);
      if (!key_is_new && key_owner->second != i && reported.insert(key_owner->second).second) {
        found.push_back({key_owner->second, i, name});
      }
    }
  }
  return found;
}

}  // namespace guidepost
