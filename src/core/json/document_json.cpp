#include "core/json/document_json.h"

#include "core/index/stored_document.h"
#include "core/json/json_parts.h"

#include <optional>
#include <string_view>
#include <utility>

namespace guidepost::json {
namespace {

/// Where the site shows it: as the source says, else where the demo site does.
std::string url(DocumentType type, const std::string& id, const std::string& of_source) {
  return of_source.empty() ? page_path(type, id) : of_source;
}

// Skills.

Json skill_names(const std::vector<std::string>& ids, const Vocabulary& vocabulary) {
  return list_of(ids, [&](const std::string& id) { return skill_name(id, vocabulary); });
}

Json skill_object(const Skill& skill) {
  Json object = {{"id", skill.id},
                 {"label", skill.label},
                 {"kind", guidepost::name_of(skill.kind)},
                 {"description", skill.description},
                 {"aliases", texts(skill.aliases)},
                 {"url", url(DocumentType::skill, skill.id, skill.url)}};
  add_extra(object, skill.extra);
  return object;
}

// The parts of a guide.

Json skill_use(const SkillUse& use, const Vocabulary& vocabulary) {
  Json object = skill_name(use.skill, vocabulary);
  if (const Skill* known = vocabulary.find(use.skill)) {
    object["kind"] = guidepost::name_of(known->kind);
  }
  object["importance"] = use.importance;
  return object;
}

Json tool(const std::string& name, const Vocabulary& vocabulary) {
  const Skill* known = vocabulary.named(name);
  return {{"name", name}, {"skill", known ? Json(known->id) : Json(nullptr)}};
}

Json career_step(const CareerStep& step) {
  return {{"title", step.title},
          {"level", text_or_null(step.level)},
          {"guide", text_or_null(step.guide)}};
}

Json salary(const std::optional<Salary>& pay) {
  if (!pay) return nullptr;
  return {{"low", pay->low},
          {"high", pay->high},
          {"currency", pay->currency},
          {"region", pay->region},
          {"basis", pay->basis}};
}

Json passage(const Passage& passage, const Vocabulary& vocabulary) {
  return {{"id", passage.id},
          {"anchor", passage.anchor},
          {"form", guidepost::name_of(passage.form)},
          {"title", passage.title},
          {"text", passage.text},
          {"skills", skill_names(passage.skills, vocabulary)}};
}

/// Passages in the order of the page, those under one heading together.
Json sections(const Guide& guide, const Vocabulary& vocabulary) {
  Json list = Json::array();
  const Passage* last = nullptr;
  for (const Passage& each : guide.passages) {
    const bool continues = last && last->section_anchor == each.section_anchor &&
                           last->section_title == each.section_title;
    if (!continues) {
      list.push_back({{"kind", guidepost::name_of(each.section)},
                      {"title", each.section_title},
                      {"anchor", each.section_anchor},
                      {"passages", Json::array()}});
    }
    list.back()["passages"].push_back(passage(each, vocabulary));
    last = &each;
  }
  return list;
}

}  // namespace

std::string guide(const Guide& guide, const Vocabulary& vocabulary) {
  Json object;
  object["id"] = guide.id;
  object["title"] = guide.title;
  object["tagline"] = guide.tagline;
  object["text"] = guide.text;
  object["family"] = guide.family;
  object["levels"] = texts(guide.levels);
  object["language"] = guide.language;
  object["translation_of"] = text_or_null(guide.translation_of);
  object["aliases"] = texts(guide.aliases);
  object["url"] = url(DocumentType::guide, guide.id, guide.url);
  object["skills"] =
      list_of(guide.skills, [&](const SkillUse& use) { return skill_use(use, vocabulary); });
  object["tools"] =
      list_of(guide.tools, [&](const std::string& name) { return tool(name, vocabulary); });
  object["career_path"] = list_of(guide.career_path, career_step);
  object["salary"] = salary(guide.salary);
  object["sections"] = sections(guide, vocabulary);
  add_extra(object, guide.extra);
  return written(object);
}

std::string tip(const Tip& tip, const Vocabulary& vocabulary) {
  Json object;
  object["id"] = tip.id;
  object["title"] = tip.title;
  object["text"] = tip.text;
  object["language"] = tip.language;
  object["url"] = url(DocumentType::tip, tip.id, tip.url);
  object["skills"] = skill_names(tip.skills, vocabulary);
  object["sections"] =
      list_of(tip.sections, [](SectionKind kind) { return Json(guidepost::name_of(kind)); });
  object["families"] = texts(tip.families);
  object["levels"] = texts(tip.levels);
  add_extra(object, tip.extra);
  return written(object);
}

std::string skill_list(const SkillList& list) {
  Json object;
  object["total"] = list.total;
  object["exact"] = true;
  object["offset"] = list.offset;
  object["limit"] = list.limit;
  object["skills"] = list_of(list.skills, [](const Skill* skill) { return skill_object(*skill); });
  return written(object);
}

std::string skill(const Skill& skill, std::span<const RoleUse> guides) {
  Json object = skill_object(skill);
  object["guides"] = list_of(guides, [](const RoleUse& use) {
    return Json{{"id", use.id}, {"title", use.title}, {"importance", use.importance}};
  });
  object["relations"] = list_of(skill.relations, [](const SkillRelation& relation) {
    return Json{{"kind", guidepost::name_of(relation.kind)}, {"skill", relation.skill}};
  });
  return written(object);
}

}  // namespace guidepost::json
