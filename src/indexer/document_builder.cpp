#include "indexer/document_builder.h"

#include "core/index/schema.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

/// Adds fields to one document, one behind the other in positions.
class FieldWriter {
 public:
  FieldWriter(const Analyzer& analyzer, std::string language)
      : analyzer_(analyzer), language_(std::move(language)) {}

  void text(std::string_view text, Xapian::termcount weight) {
    Xapian::termpos last = 0;
    for (const Token& token : analyzer_.analyze(text, language_, Lexicon::Side::text)) {
      last = static_cast<Xapian::termpos>(token.position + token.words);
      document_.add_posting(token.term, next_ + static_cast<Xapian::termpos>(token.position),
                            weight);
    }
    next_ += last + schema::field_gap;
    for (Word& word : words_of(text)) words_.insert(std::move(word.folded));
  }

  /// A text that the document goes by: a title or an alias.
  void name(std::string_view name, Xapian::termcount weight) {
    text(name, weight);
    for (const std::string& key : recognised_keys(name)) {
      if (const std::string term = schema::name_term(key); !term.empty()) document_.add_term(term);
    }
  }

  /// What a guide or tip as a whole is about: its title's words say so, those of a passage or a skill's label do not.
  void headline(std::string_view title) {
    name(title, schema::title_weight);
    for (const Token& token : analyzer_.analyze(title, language_, Lexicon::Side::text)) {
      document_.add_term(schema::headline_term(token.term));
    }
  }

  void unit(const std::string& term, Xapian::termcount weight) { document_.add_term(term, weight); }

  BuiltDocument finish(const StoredDocument& stored, DocumentFacets facets) && {
    document_.add_boolean_term(schema::id_term(stored.id));
    for (const FacetField field : all_facet_fields) {
      for (const std::string& value : facets[static_cast<std::size_t>(field)]) {
        document_.add_boolean_term(schema::facet_term(field, value));
      }
    }
    const std::string title = fold(stored.title);
    document_.add_value(schema::title_slot, title);
    document_.add_value(schema::guide_slot, stored.guide);
    document_.add_value(schema::browse_slot, browse_rank(stored.type) + title);
    document_.set_data(encode(stored));
    return {stored.id, std::move(document_), std::move(facets), std::move(words_)};
  }

 private:
  static std::string browse_rank(DocumentType type) {
    switch (type) {
      case DocumentType::guide:
        return "0";
      case DocumentType::tip:
        return "1";
      case DocumentType::skill:
        return "2";
      case DocumentType::passage:
        return "3";
    }
    return "3";
  }

  const Analyzer& analyzer_;
  std::string language_;
  Xapian::Document document_;
  Xapian::termpos next_ = 1;
  std::set<std::string> words_;
};

std::vector<std::string>& field(DocumentFacets& facets, FacetField name) {
  return facets[static_cast<std::size_t>(name)];
}

/// The facets a guide shares with its passages.
DocumentFacets facets_of(const Guide& guide) {
  DocumentFacets facets;
  field(facets, FacetField::role) = {guide.id};
  field(facets, FacetField::family) = {guide.family};
  field(facets, FacetField::level) = guide.levels;
  field(facets, FacetField::language) = {guide.language};
  return facets;
}

std::string overview_of(const Guide& guide) {
  std::string overview;
  for (const Passage& passage : guide.passages) {
    if (passage.section != SectionKind::overview) continue;
    overview += "\n\n" + passage.text;
  }
  return overview;
}

/// What the role is built on comes first: a list of its skills may be cut short.
std::vector<SkillUse> by_importance(std::vector<SkillUse> uses) {
  std::stable_sort(uses.begin(), uses.end(), [](const SkillUse& a, const SkillUse& b) {
    return a.importance > b.importance;
  });
  return uses;
}

}  // namespace

BuiltDocument DocumentBuilder::guide(const Guide& guide) const {
  StoredDocument stored;
  stored.type = DocumentType::guide;
  stored.id = guide.id;
  stored.title = guide.title;
  stored.text = guide.tagline + overview_of(guide);
  stored.guide = guide.id;
  stored.guide_title = guide.title;
  stored.language = guide.language;
  stored.families = {guide.family};
  stored.levels = guide.levels;
  for (const SkillUse& use : by_importance(guide.skills)) stored.skills.push_back(use.skill);
  stored.detail = encode_guide(guide);

  FieldWriter writer(analyzer_, guide.language);
  writer.headline(guide.title);
  for (const std::string& alias : guide.aliases) writer.name(alias, schema::alias_weight);
  writer.text(stored.text, schema::body_weight);
  for (const SkillUse& use : guide.skills) {
    if (const Skill* skill = vocabulary_.find(use.skill)) {
      writer.text(skill->label, schema::skill_weight);
      writer.unit(schema::skill_unit(use.skill), static_cast<Xapian::termcount>(use.importance));
    }
  }
  for (const std::string& tool : guide.tools) writer.text(tool, schema::skill_weight);

  DocumentFacets facets = facets_of(guide);
  field(facets, FacetField::type) = {std::string(name_of(DocumentType::guide))};
  field(facets, FacetField::skill) = stored.skills;
  return std::move(writer).finish(stored, std::move(facets));
}

BuiltDocument DocumentBuilder::passage(const Guide& guide, const Passage& passage) const {
  StoredDocument stored;
  stored.type = DocumentType::passage;
  stored.id = passage.id;
  stored.title = passage.title.empty() ? passage.section_title : passage.title;
  stored.text = passage.text;
  stored.guide = guide.id;
  stored.guide_title = guide.title;
  stored.section_title = passage.section_title;
  stored.section_anchor = passage.section_anchor;
  stored.anchor = passage.anchor;
  stored.form = passage.form;
  stored.language = guide.language;
  stored.sections = {std::string(name_of(passage.section))};
  stored.skills = passage.skills;

  FieldWriter writer(analyzer_, guide.language);
  if (!passage.title.empty()) writer.name(passage.title, schema::title_weight);
  writer.text(passage.section_title, schema::heading_weight);
  writer.text(guide.title, schema::context_weight);
  writer.text(passage.text, schema::body_weight);

  DocumentFacets facets = facets_of(guide);
  field(facets, FacetField::type) = {std::string(name_of(DocumentType::passage))};
  field(facets, FacetField::section) = stored.sections;
  field(facets, FacetField::skill) = passage.skills;
  return std::move(writer).finish(stored, std::move(facets));
}

BuiltDocument DocumentBuilder::skill(const Skill& skill) const {
  StoredDocument stored;
  stored.type = DocumentType::skill;
  stored.id = skill.id;
  stored.title = skill.label;
  stored.text = skill.description;
  stored.kind = name_of(skill.kind);
  stored.language = "en";
  stored.skills = {skill.id};

  FieldWriter writer(analyzer_, stored.language);
  writer.name(skill.label, schema::title_weight);
  for (const std::string& alias : skill.aliases) writer.name(alias, schema::alias_weight);
  writer.text(skill.description, schema::body_weight);
  writer.unit(schema::skill_unit(skill.id), schema::title_weight);

  DocumentFacets facets;
  field(facets, FacetField::type) = {std::string(name_of(DocumentType::skill))};
  field(facets, FacetField::skill) = stored.skills;
  field(facets, FacetField::kind) = {stored.kind};
  field(facets, FacetField::language) = {stored.language};
  return std::move(writer).finish(stored, std::move(facets));
}

BuiltDocument DocumentBuilder::tip(const Tip& tip) const {
  StoredDocument stored;
  stored.type = DocumentType::tip;
  stored.id = tip.id;
  stored.title = tip.title;
  stored.text = tip.text;
  stored.language = tip.language;
  for (const SectionKind kind : tip.sections) stored.sections.emplace_back(name_of(kind));
  stored.families = tip.families;
  stored.levels = tip.levels;
  std::set<std::string> skills(tip.skills.begin(), tip.skills.end());
  for (std::string& id : recognised_skills(tip.title + "\n" + tip.text, tip.language)) {
    skills.insert(std::move(id));
  }
  stored.skills.assign(skills.begin(), skills.end());

  FieldWriter writer(analyzer_, tip.language);
  writer.headline(tip.title);
  writer.text("tips", schema::context_weight);  // "interview tips" asks for these
  for (const SectionKind kind : tip.sections) writer.text(label_of(kind), schema::context_weight);
  writer.text(tip.text, schema::body_weight);
  for (const std::string& id : tip.skills) {
    writer.unit(schema::skill_unit(id), schema::skill_weight);
  }

  DocumentFacets facets;
  field(facets, FacetField::type) = {std::string(name_of(DocumentType::tip))};
  field(facets, FacetField::section) = stored.sections;
  field(facets, FacetField::skill) = stored.skills;
  field(facets, FacetField::family) = tip.families;
  field(facets, FacetField::level) = tip.levels;
  field(facets, FacetField::language) = {tip.language};
  return std::move(writer).finish(stored, std::move(facets));
}

std::vector<std::string> DocumentBuilder::recognised_skills(std::string_view text,
                                                            std::string_view language) const {
  std::set<std::string> skills;
  for (const Token& token : analyzer_.analyze(text, language, Lexicon::Side::text)) {
    if (token.kind == TokenKind::unit && schema::is_skill_unit(token.term)) {
      skills.emplace(schema::id_of_unit(token.term));
    }
  }
  return {skills.begin(), skills.end()};
}

}  // namespace guidepost::indexer
