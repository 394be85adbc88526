#include "core/index/names.h"

#include "core/index/record.h"
#include "core/index/schema.h"

#include <algorithm>

namespace guidepost {
namespace {

NameForm form_of(SkillKind kind) {
  switch (kind) {
    case SkillKind::technology:
    case SkillKind::certificate:
    case SkillKind::language:
      return NameForm::kept;
    case SkillKind::knowledge:
    case SkillKind::skill:
      return NameForm::stemmed;
  }
  return NameForm::stemmed;
}

std::vector<SkillRelation> read_relations(RecordReader& reader, bool& sound) {
  std::vector<SkillRelation> relations;
  const std::size_t count = reader.count(5);
  for (std::size_t i = 0; i < count && reader.ok(); ++i) {
    std::string skill = reader.text();
    const std::uint8_t kind = reader.u8();
    sound = sound && kind <= static_cast<std::uint8_t>(RelationKind::related);
    if (sound) relations.push_back({std::move(skill), static_cast<RelationKind>(kind)});
  }
  return relations;
}

bool share_a_key(std::string_view name, const std::vector<std::string>& keys) {
  const std::vector<std::string> own = recognised_keys(name);
  return std::find_first_of(own.begin(), own.end(), keys.begin(), keys.end()) != own.end();
}

}  // namespace

const RoleName* Names::role_named(std::string_view text) const {
  const auto has_id = [&](const RoleName& role) { return role.id == text; };
  const auto by_id = std::find_if(roles.begin(), roles.end(), has_id);
  if (by_id != roles.end()) return &*by_id;
  const std::vector<std::string> keys = recognised_keys(text);
  const auto has_name = [&](const RoleName& role) {
    return share_a_key(role.title, keys) ||
           std::any_of(role.aliases.begin(), role.aliases.end(),
                       [&](const std::string& alias) { return share_a_key(alias, keys); });
  };
  const auto by_name = std::find_if(roles.begin(), roles.end(), has_name);
  return by_name == roles.end() ? nullptr : &*by_name;
}

Lexicon lexicon_of(const Names& names) {
  std::vector<LexiconEntry> entries;
  for (const Skill& skill : names.vocabulary.skills()) {
    const std::string unit = schema::skill_unit(skill.id);
    const NameForm form = form_of(skill.kind);
    const NameCase label_case =
        skill.case_rule == CaseRule::exact ? NameCase::exact : NameCase::any;
    entries.push_back({skill.label, unit, label_case, form});
    for (const std::string& alias : skill.aliases) {
      entries.push_back({alias, unit, NameCase::any, form});
    }
  }
  for (const RoleName& role : names.roles) {
    const std::string unit = schema::role_unit(role.id);
    entries.push_back({role.title, unit, NameCase::any, NameForm::stemmed});
    for (const std::string& alias : role.aliases) {
      entries.push_back({alias, unit, NameCase::any, NameForm::stemmed});
    }
  }
  return Lexicon(std::move(entries));
}

std::string encode(const Names& names) {
  RecordWriter writer;
  writer.u32(static_cast<std::uint32_t>(names.vocabulary.skills().size()));
  for (const Skill& skill : names.vocabulary.skills()) {
    writer.text(skill.id);
    writer.text(skill.label);
    writer.u8(static_cast<std::uint8_t>(skill.kind));
    writer.text(skill.description);
    writer.texts(skill.aliases);
    writer.u8(skill.case_rule == CaseRule::exact ? 1 : 0);
    writer.text(skill.language);
    writer.texts(skill.families);
    writer.u32(static_cast<std::uint32_t>(skill.relations.size()));
    for (const SkillRelation& relation : skill.relations) {
      writer.text(relation.skill);
      writer.u8(static_cast<std::uint8_t>(relation.kind));
    }
    writer.text(skill.url);
    writer.text(skill.extra);
  }
  writer.u32(static_cast<std::uint32_t>(names.roles.size()));
  for (const RoleName& role : names.roles) {
    writer.text(role.id);
    writer.text(role.title);
    writer.texts(role.aliases);
  }
  return std::move(writer).bytes();
}

Result<Names> decode_names(std::string_view bytes) {
  RecordReader reader(bytes);
  std::vector<Skill> skills;
  const std::size_t skill_count = reader.count(38);
  skills.reserve(skill_count);
  bool sound = true;
  for (std::size_t i = 0; i < skill_count && reader.ok(); ++i) {
    Skill skill;
    skill.id = reader.text();
    skill.label = reader.text();
    const std::uint8_t kind = reader.u8();
    sound = sound && kind < all_skill_kinds.size();
    if (sound) skill.kind = all_skill_kinds[kind];
    skill.description = reader.text();
    skill.aliases = reader.texts();
    skill.case_rule = reader.u8() != 0 ? CaseRule::exact : CaseRule::any;
    skill.language = reader.text();
    skill.families = reader.texts();
    skill.relations = read_relations(reader, sound);
    skill.url = reader.text();
    skill.extra = reader.text();
    skills.push_back(std::move(skill));
  }
  Names names;
  const std::size_t role_count = reader.count(12);
  for (std::size_t i = 0; i < role_count && reader.ok(); ++i) {
    RoleName role;
    role.id = reader.text();
    role.title = reader.text();
    role.aliases = reader.texts();
    names.roles.push_back(std::move(role));
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the names cannot be read",
                   "build the index again with `guidepost index`");
  }
  names.vocabulary = Vocabulary(std::move(skills));
  return names;
}

}  // namespace guidepost
