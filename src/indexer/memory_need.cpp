#include "indexer/memory_need.h"

#include "core/recommend/role_skill_model_builder.h"
#include "indexer/latent_builder.h"
#include "indexer/recommend_input_builder.h"

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

std::uint64_t size_of(const std::vector<std::string>& texts) {
  std::uint64_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

std::uint64_t text_of(const Skill& skill) {
  std::uint64_t references = 0;
  for (const SkillRelation& relation : skill.relations) references += relation.skill.size();
  return skill.id.size() + skill.label.size() + skill.description.size() + skill.extra.size() +
         size_of(skill.aliases) + references;
}

std::uint64_t text_of(const GuideHead& guide) {
  std::uint64_t references = 0;
  for (const SkillUse& use : guide.skills) references += use.skill.size();
  return references + guide.id.size() + guide.title.size() + size_of(guide.aliases) +
         guide.about.text.size() + size_of(guide.about.passages);
}

}  // namespace

MemoryNeed memory_need_of(const Outline& outline, const Names& names, std::size_t threads) {
  MemoryNeed need;
  need.documents = outline.documents.size();
  need.names = outline.guides.size() + outline.skills.size();
  for (const Skill& skill : outline.skills) need.name_text += text_of(skill);
  for (const GuideHead& guide : outline.guides) need.name_text += text_of(guide);
  // One after the other.
  need.learning = std::max(role_skill_model_bytes(needs_of(outline, names), threads),
                           latent_learning_bytes(need.names + outline.tips.size()));
  return need;
}

}  // namespace guidepost::indexer
