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
  head.language = guide.language;
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

RoleText role_text_of(const Guide& guide, std::size_t most_bytes) {
  constexpr std::size_t most_passages = 60;
  RoleText about;
  const auto fits = [&](std::size_t size) {
    if (size > most_bytes) return false;
    most_bytes -= size;
    return true;
  };
  if (!fits(guide.tagline.size() + guide.text.size() + 1)) return about;
  about.text = guide.tagline;
  if (!about.text.empty() && !guide.text.empty()) about.text += "\n";
  about.text += guide.text;
  for (const Passage& passage : guide.passages) {
    if (about.passages.size() == most_passages || !fits(passage.text.size())) break;
    about.passages.push_back(passage.text);
  }
  return about;
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
