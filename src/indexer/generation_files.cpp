#include "indexer/generation_files.h"

#include "core/index/checksum.h"
#include "core/index/facet_field.h"
#include "core/index/little_endian.h"
#include "core/index/stored_document.h"
#include "core/index/synonyms.h"
#include "core/model/section_kind.h"
#include "indexer/skill_graph_builder.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

/// "machine-room" -> "Machine room": what a person reads for a value that is an id.
std::string capitalised(std::string_view id) {
  std::string label(id);
  std::replace(label.begin(), label.end(), '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

}  // namespace

FacetColumns::Labels facet_labels(const Outline& outline, const Names& names) {
  FacetColumns::Labels labels;
  const auto of = [&](FacetField field) -> auto& {
    return labels[static_cast<std::size_t>(field)];
  };
  for (const DocumentType type : all_document_types) {
    of(FacetField::type).emplace(name_of(type), capitalised(name_of(type)));
  }
  for (const SkillKind kind : all_skill_kinds) {
    of(FacetField::kind).emplace(name_of(kind), capitalised(name_of(kind)));
  }
  for (const SectionKind kind : all_section_kinds) {
    of(FacetField::section).emplace(name_of(kind), label_of(kind));
  }
  for (const GuideHead& guide : outline.guides) {
    of(FacetField::family).emplace(guide.family, capitalised(guide.family));
    for (const std::string& level : guide.levels) {
      of(FacetField::level).emplace(level, capitalised(level));
    }
  }
  for (const Skill& skill : names.vocabulary.skills()) {
    of(FacetField::skill).emplace(skill.id, skill.label);
  }
  for (const RoleName& role : names.roles) of(FacetField::role).emplace(role.id, role.title);
  return labels;
}

SkillGraph skill_graph_of(const Outline& outline, const Names& names, const FacetColumns& facets) {
  SkillGraphBuilder graph(names.vocabulary);
  for (const GuideHead& guide : outline.guides) {
    if (!guide.is_translation) graph.add_role(guide);  // or what it declares would count twice
  }
  const auto passage = facets.find(FacetField::type, name_of(DocumentType::passage));
  const auto tip = facets.find(FacetField::type, name_of(DocumentType::tip));
  std::vector<std::uint32_t> known(facets.value_count(FacetField::skill));
  for (std::uint32_t ordinal = 0; ordinal < known.size(); ++ordinal) {
    known[ordinal] = graph.index_of(facets.value(FacetField::skill, ordinal));
  }
  const auto documents = static_cast<std::uint32_t>(facets.document_count());
  std::vector<std::uint32_t> skills;
  for (std::uint32_t document = 1; document <= documents; ++document) {
    const auto types = facets.ordinals(FacetField::type, document);
    if (types.empty() || (types[0] != passage && types[0] != tip)) continue;
    skills.clear();
    for (const std::uint32_t ordinal : facets.ordinals(FacetField::skill, document)) {
      if (known[ordinal] != SkillGraphBuilder::unknown) skills.push_back(known[ordinal]);
    }
    graph.add_passage(skills);
  }
  return std::move(graph).build();
}

std::string content_hash_of(const Outline& outline, const ReadingContext& context) {
  std::vector<OutlinedDocument> documents = outline.documents;
  std::sort(documents.begin(), documents.end(),
            [](const OutlinedDocument& a, const OutlinedDocument& b) { return a.id < b.id; });
  Checksum checksum;
  checksum.add(context.hash());
  checksum.add(Synonyms(outline.synonyms).encode());
  for (const OutlinedDocument& document : documents) {
    std::string bytes;
    append_little_endian(bytes, document.id.high);
    append_little_endian(bytes, document.id.low);
    append_little_endian(bytes, document.source);
    checksum.add(bytes);
  }
  return checksum.hex();
}

Manifest counts_of(const Outline& outline) {
  Manifest counts;
  counts.guides = outline.guides.size();
  counts.skills = outline.skills.size();
  counts.tips = outline.tips.size();
  counts.passages = outline.passages;
  counts.rejected = outline.rejected;
  return counts;
}

}  // namespace guidepost::indexer
