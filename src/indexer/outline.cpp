#include "indexer/outline.h"

#include <map>

namespace guidepost::indexer {
namespace {

/// "A day as Backend Developer" says all, "Interview Prep" does not say whose.
GuideHead::Phrase section_phrase(const Guide& guide, const Passage& passage) {
  GuideHead::Phrase phrase;
  phrase.anchor = passage.section_anchor;
  phrase.is_of_role = passage.section_title.find(guide.title) == std::string::npos;
  if (phrase.is_of_role) {
    phrase.topic = passage.section_title;
    phrase.text = guide.title + ": " + phrase.topic;
  } else {
    phrase.topic = label_of(passage.section);
    phrase.text = passage.section_title;
  }
  return phrase;
}

}  // namespace

GuideHead head_of(const Guide& guide) {
  GuideHead head;
  head.id = guide.id;
  head.title = guide.title;
  head.aliases = guide.aliases;
  head.family = guide.family;
  head.levels = guide.levels;
  head.skills = guide.skills;
  head.passages = guide.passages.size();
  head.url = guide.url;
  head.where = guide.where;
  head.language = guide.language;
  head.is_translation = !guide.translation_of.empty();
  for (const CareerStep& step : guide.career_path) {
    if (!step.guide.empty()) head.leads_to.push_back(step.guide);
  }
  std::map<std::string_view, std::size_t> sections;  // by anchor, their places in head.phrases
  for (const Passage& passage : guide.passages) {
    if (passage.form == PassageForm::question) {
      head.phrases.push_back({passage.title, passage.anchor, true});
    }
    if (passage.section_anchor.empty()) continue;
    const auto [section, is_new] =
        sections.try_emplace(passage.section_anchor, head.phrases.size());
    if (is_new) {
      head.phrases.push_back(section_phrase(guide, passage));
    } else {
      ++head.phrases[section->second].passages;
    }
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
