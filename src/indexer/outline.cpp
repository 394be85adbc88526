#include "indexer/outline.h"

#include <set>

namespace guidepost::indexer {

GuideHead head_of(const Guide& guide) {
  GuideHead head;
  head.id = guide.id;
  head.title = guide.title;
  head.aliases = guide.aliases;
  head.family = guide.family;
  head.levels = guide.levels;
  head.skills = guide.skills;
  head.passages = guide.passages.size();
  head.where = guide.where;
  head.is_translation = !guide.translation_of.empty();
  for (const CareerStep& step : guide.career_path) {
    if (!step.guide.empty()) head.leads_to.push_back(step.guide);
  }
  std::set<std::string_view> anchors;
  for (const Passage& passage : guide.passages) {
    if (passage.form == PassageForm::question) {
      head.phrases.push_back({passage.title, passage.anchor, true});
    }
    if (passage.section_anchor.empty() || !anchors.insert(passage.section_anchor).second) continue;
    const bool names_the_role = passage.section_title.find(guide.title) != std::string::npos;
    head.phrases.push_back(
        {names_the_role ? passage.section_title : guide.title + ": " + passage.section_title,
         passage.section_anchor, false});
  }
  return head;
}

Names Outline::names() const {
  Names names;
  names.vocabulary = Vocabulary(skills);
  for (const GuideHead& guide : guides) {
    names.roles.push_back({guide.id, guide.title, guide.aliases});
  }
  return names;
}

}  // namespace guidepost::indexer
