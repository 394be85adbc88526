#include "indexer/item_documents.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

namespace guidepost::indexer {
namespace {

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

std::vector<std::string> families_of(const std::string& family) {
  return family.empty() ? std::vector<std::string>() : std::vector<std::string>{family};
}

/// What the role is built on comes first: a list of its skills may be cut short.
std::vector<std::string> by_importance(std::vector<SkillUse> uses) {
  std::stable_sort(uses.begin(), uses.end(), [](const SkillUse& a, const SkillUse& b) {
    return a.importance > b.importance;
  });
  std::vector<std::string> ids;
  ids.reserve(uses.size());
  for (SkillUse& use : uses) ids.push_back(std::move(use.skill));
  return ids;
}

StoredDocument guide_document(const Guide& guide) {
  StoredDocument document;
  document.type = DocumentType::guide;
  document.id = guide.id;
  document.title = guide.title;
  add_paragraph(document.text, guide.tagline);
  add_paragraph(document.text, guide.text);
  for (const Passage& passage : guide.passages) {
    if (passage.section == SectionKind::overview) add_paragraph(document.text, passage.text);
  }
  document.guide = guide.id;
  document.guide_title = guide.title;
  document.language = guide.language;
  document.families = families_of(guide.family);
  document.levels = guide.levels;
  document.skills = by_importance(guide.skills);
  document.aliases = guide.aliases;
  document.url = guide.url;
  document.extra = guide.extra;
  document.detail = encode_guide(guide);
  return document;
}

/// What the passage itself says, wherever it stands.
StoredDocument passage_document(const Passage& passage) {
  StoredDocument document;
  document.type = DocumentType::passage;
  document.id = passage.id;
  document.title = passage.title.empty() ? passage.section_title : passage.title;
  document.text = passage.text;
  document.section_title = passage.section_title;
  document.section_anchor = passage.section_anchor;
  document.anchor = passage.anchor;
  document.form = passage.form;
  document.sections = {std::string(name_of(passage.section))};
  document.skills = passage.skills;
  return document;
}

std::vector<StoredDocument> documents(const Guide& guide) {
  std::vector<StoredDocument> documents;
  documents.reserve(guide.passages.size() + 1);
  documents.push_back(guide_document(guide));
  for (const Passage& passage : guide.passages) {
    StoredDocument document = passage_document(passage);
    document.guide = guide.id;
    document.guide_title = guide.title;
    document.language = guide.language;
    document.families = families_of(guide.family);
    document.levels = guide.levels;
    if (!guide.url.empty()) {
      // The site knows its sections; anchors of passages are ours.
      document.url = guide.url;
      if (!passage.section_anchor.empty()) document.url += "#" + passage.section_anchor;
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<StoredDocument> documents(const LonePassage& lone) {
  StoredDocument document = passage_document(lone.passage);
  document.guide = lone.guide;
  document.language = lone.language;
  document.families = lone.families;
  document.levels = lone.levels;
  document.aliases = lone.aliases;
  document.url = lone.url;
  document.extra = lone.extra;
  return {std::move(document)};
}

std::vector<StoredDocument> documents(const Tip& tip) {
  StoredDocument document;
  document.type = DocumentType::tip;
  document.id = tip.id;
  document.title = tip.title;
  document.text = tip.text;
  document.language = tip.language;
  for (const SectionKind kind : tip.sections) document.sections.emplace_back(name_of(kind));
  document.families = tip.families;
  document.levels = tip.levels;
  document.skills = tip.skills;
  document.aliases = tip.aliases;
  document.url = tip.url;
  document.extra = tip.extra;
  return {std::move(document)};
}

std::vector<StoredDocument> documents(const Skill& skill) {
  StoredDocument document;
  document.type = DocumentType::skill;
  document.id = skill.id;
  document.title = skill.label;
  document.text = skill.description;
  document.kind = name_of(skill.kind);
  document.language = skill.language;
  document.families = skill.families;
  document.skills = {skill.id};
  document.aliases = skill.aliases;
  document.url = skill.url;
  document.extra = skill.extra;
  return {std::move(document)};
}

}  // namespace

std::vector<StoredDocument> documents_of(const SourceItem& item) {
  return std::visit([](const auto& value) { return documents(value); }, item);
}

const std::string& id_of(const SourceItem& item) {
  return std::visit(
      [](const auto& value) -> const std::string& {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, LonePassage>) {
          return value.passage.id;
        } else {
          return value.id;
        }
      },
      item);
}

const SourcePlace& place_of(const SourceItem& item) {
  return std::visit([](const auto& value) -> const SourcePlace& { return value.where; }, item);
}

}  // namespace guidepost::indexer
