#include "core/index/stored_document.h"

#include "core/index/record.h"

#include <algorithm>

namespace guidepost {
namespace {

tl::unexpected<Error> damaged() {
  return failure(ErrorCode::index_damaged, "a stored document cannot be read",
                 "build the index again with `guidepost index`");
}

/// One segment of a path (RFC 3986): an id may hold anything, slashes included.
std::string percent_encoded(std::string_view id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      text += c;
    } else {
      text += '%';
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    }
  }
  return text;
}

}  // namespace

std::string_view name_of(DocumentType type) {
  switch (type) {
    case DocumentType::guide:
      return "guide";
    case DocumentType::passage:
      return "passage";
    case DocumentType::skill:
      return "skill";
    case DocumentType::tip:
      return "tip";
  }
  return "passage";
}

std::vector<std::string> skills_of(const StoredDocument& document) {
  std::vector<std::string> skills = document.skills;
  skills.insert(skills.end(), document.recognised.begin(), document.recognised.end());
  if (document.type == DocumentType::guide) return skills;
  std::sort(skills.begin(), skills.end());
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  return skills;
}

std::string page_path(DocumentType type, std::string_view id) {
  switch (type) {
    case DocumentType::guide:
      return "/guides/" + percent_encoded(id);
    case DocumentType::passage:
      return {};
    case DocumentType::skill:
      return "/skills/" + percent_encoded(id);
    case DocumentType::tip:
      return "/tips/" + percent_encoded(id);
  }
  return {};
}

std::string url_of(const StoredDocument& document) {
  if (!document.url.empty()) return document.url;
  if (document.type != DocumentType::passage) return page_path(document.type, document.id);
  if (document.guide.empty()) return {};
  return page_path(DocumentType::guide, document.guide) +
         (document.anchor.empty() ? "" : "#" + percent_encoded(document.anchor));
}

std::string encode(const StoredDocument& document) {
  RecordWriter writer;
  writer.u8(static_cast<std::uint8_t>(document.type));
  writer.u8(static_cast<std::uint8_t>(document.form));
  for (const std::string* text :
       {&document.id, &document.title, &document.text, &document.guide, &document.guide_title,
        &document.section_title, &document.section_anchor, &document.anchor, &document.kind,
        &document.language, &document.url, &document.extra, &document.detail}) {
    writer.text(*text);
  }
  for (const auto* list : {&document.sections, &document.families, &document.levels,
                           &document.skills, &document.recognised, &document.aliases}) {
    writer.texts(*list);
  }
  return std::move(writer).bytes();
}

Result<StoredDocument> decode_document(std::string_view bytes) {
  RecordReader reader(bytes);
  StoredDocument document;
  const std::uint8_t type = reader.u8();
  const std::uint8_t form = reader.u8();
  for (std::string* text :
       {&document.id, &document.title, &document.text, &document.guide, &document.guide_title,
        &document.section_title, &document.section_anchor, &document.anchor, &document.kind,
        &document.language, &document.url, &document.extra, &document.detail}) {
    *text = reader.text();
  }
  for (auto* list : {&document.sections, &document.families, &document.levels, &document.skills,
                     &document.recognised, &document.aliases}) {
    *list = reader.texts();
  }
  if (!reader.finished() || type >= all_document_types.size() ||
      form > static_cast<std::uint8_t>(PassageForm::question)) {
    return damaged();
  }
  document.type = all_document_types[type];
  document.form = static_cast<PassageForm>(form);
  return document;
}

std::string encode_guide(const Guide& guide) {
  RecordWriter writer;
  for (const std::string* text :
       {&guide.id, &guide.title, &guide.tagline, &guide.family, &guide.language,
        &guide.translation_of, &guide.text, &guide.url, &guide.extra}) {
    writer.text(*text);
  }
  writer.texts(guide.aliases);
  writer.texts(guide.levels);
  writer.texts(guide.tools);
  writer.u32(static_cast<std::uint32_t>(guide.skills.size()));
  for (const SkillUse& use : guide.skills) {
    writer.text(use.skill);
    writer.u32(static_cast<std::uint32_t>(use.importance));
  }
  writer.u32(static_cast<std::uint32_t>(guide.career_path.size()));
  for (const CareerStep& step : guide.career_path) {
    writer.text(step.title);
    writer.text(step.level);
    writer.text(step.guide);
  }
  writer.u8(guide.salary ? 1 : 0);
  if (guide.salary) {
    writer.u32(static_cast<std::uint32_t>(guide.salary->low));
    writer.u32(static_cast<std::uint32_t>(guide.salary->high));
    writer.text(guide.salary->currency);
    writer.text(guide.salary->region);
    writer.text(guide.salary->basis);
  }
  std::vector<std::string> passages;
  passages.reserve(guide.passages.size());
  for (const Passage& passage : guide.passages) passages.push_back(passage.id);
  writer.texts(passages);
  return std::move(writer).bytes();
}

Result<Guide> decode_guide(std::string_view bytes) {
  RecordReader reader(bytes);
  Guide guide;
  for (std::string* text : {&guide.id, &guide.title, &guide.tagline, &guide.family, &guide.language,
                            &guide.translation_of, &guide.text, &guide.url, &guide.extra}) {
    *text = reader.text();
  }
  guide.aliases = reader.texts();
  guide.levels = reader.texts();
  guide.tools = reader.texts();
  const std::size_t skills = reader.count(8);
  for (std::size_t i = 0; i < skills; ++i) {
    std::string id = reader.text();
    guide.skills.push_back({std::move(id), static_cast<int>(reader.u32())});
  }
  const std::size_t steps = reader.count(12);
  for (std::size_t i = 0; i < steps; ++i) {
    CareerStep step;
    step.title = reader.text();
    step.level = reader.text();
    step.guide = reader.text();
    guide.career_path.push_back(std::move(step));
  }
  if (reader.u8() != 0) {
    Salary salary;
    salary.low = static_cast<int>(reader.u32());
    salary.high = static_cast<int>(reader.u32());
    salary.currency = reader.text();
    salary.region = reader.text();
    salary.basis = reader.text();
    guide.salary = std::move(salary);
  }
  for (std::string& id : reader.texts()) {
    Passage passage;
    passage.id = std::move(id);
    guide.passages.push_back(std::move(passage));
  }
  if (!reader.finished()) return damaged();
  return guide;
}

Passage passage_of(const StoredDocument& document) {
  Passage passage;
  passage.id = document.id;
  passage.anchor = document.anchor;
  passage.section =
      document.sections.empty()
          ? SectionKind::other
          : section_kind_named(document.sections.front()).value_or(SectionKind::other);
  passage.section_title = document.section_title;
  passage.section_anchor = document.section_anchor;
  passage.form = document.form;
  // A passage without a heading of its own carries its section's title in the hit list.
  passage.title = document.title == document.section_title ? std::string() : document.title;
  passage.text = document.text;
  passage.skills = skills_of(document);
  return passage;
}

Tip tip_of(const StoredDocument& document) {
  Tip tip;
  tip.id = document.id;
  tip.title = document.title;
  tip.text = document.text;
  tip.skills = skills_of(document);
  for (const std::string& name : document.sections) {
    if (const auto kind = section_kind_named(name)) tip.sections.push_back(*kind);
  }
  tip.families = document.families;
  tip.levels = document.levels;
  tip.language = document.language;
  tip.url = document.url;
  tip.extra = document.extra;
  return tip;
}

}  // namespace guidepost
