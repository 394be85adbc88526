#include "indexer/document_builder.h"

#include "core/index/schema.h"
#include "core/text/name_words.h"
#include "core/text/short_form.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

/// Adds fields to one document.
class FieldWriter {
 public:
  FieldWriter(const Analyzer& analyzer, TermNumbering& terms, WordCounts& words,
              std::string_view language)
      : analyzer_(analyzer), terms_(terms), words_(words), language_(language) {
    words_.begin_document();
  }

  std::vector<Token> text(std::string_view text, std::uint32_t weight) {
    const std::vector<Word> words = words_of(text);
    std::vector<Token> tokens = analyzer_.analyze(text, words, language_, Lexicon::Side::text);
    stream_.begin_field();
    for (const Token& token : tokens) {
      frequencies_[token.term] += weight;
      stream_.add(terms_.number(token.term), token.position);
    }
    for (const Word& word : words) words_.add(word.folded);
    return tokens;
  }

  /// A text that the document goes by: its title first, then its aliases.
  std::vector<Token> name(std::string_view name, std::uint32_t weight) {
    const bool is_first = names_.empty();
    const std::vector<std::string> variants = name_variants(name);
    std::string previous;
    for (std::size_t i = 0; i < variants.size(); ++i) {
      const std::vector<NameWord> cut = name_words(variants[i], language_, analyzer_);
      DocumentName one{spelled(cut), {}, name_initials(variants[i]), is_first};
      // What stands in brackets, last of the variants, says the name again ("CNA") or tells it from others ("programming").
      if (is_first && i == 2) {
        one.is_label = is_contraction(one.text, previous) || is_contraction(previous, one.text);
      }
      previous = one.text;
      for (const NameWord& word : cut) one.terms.push_back(word.term);
      names_.push_back(std::move(one));
    }
    for (const std::string& key : recognised_keys(name)) {
      if (const std::string term = schema::name_term(key); !term.empty()) ++frequencies_[term];
    }
    return text(name, weight);
  }

  /// What a guide or tip as a whole is about: its title's words say so, those of a passage or a skill's label do not.
  std::vector<Token> headline(std::string_view title) {
    std::vector<Token> tokens = name(title, schema::title_weight);
    for (const Token& token : tokens) ++frequencies_[schema::headline_term(token.term)];
    return tokens;
  }

  void unit(const std::string& term, std::uint32_t weight) { frequencies_[term] += weight; }

  BuiltDocument finish(DocumentFacets facets) && {
    BuiltDocument built;
    for (const auto& [term, frequency] : frequencies_) built.document.add_term(term, frequency);
    built.facets = std::move(facets);
    built.names = std::move(names_);
    built.tokens = std::move(stream_).finish();
    return built;
  }

 private:
  const Analyzer& analyzer_;
  TermNumbering& terms_;
  WordCounts& words_;
  std::string_view language_;
  std::unordered_map<std::string, std::uint32_t> frequencies_;
  TokenStreamBuilder stream_;
  std::vector<DocumentName> names_;
};

void add_units(const std::vector<Token>& tokens, std::set<std::string>& skills) {
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::unit && schema::is_skill_unit(token.term)) {
      skills.emplace(schema::id_of_unit(token.term));
    }
  }
}

std::vector<std::string>& field(DocumentFacets& facets, FacetField name) {
  return facets[static_cast<std::size_t>(name)];
}

DocumentFacets facets_of(const StoredDocument& stored) {
  DocumentFacets facets;
  field(facets, FacetField::type) = {std::string(name_of(stored.type))};
  field(facets, FacetField::section) = stored.sections;
  if (!stored.guide.empty()) field(facets, FacetField::role) = {stored.guide};
  field(facets, FacetField::skill) = skills_of(stored);
  field(facets, FacetField::family) = stored.families;
  field(facets, FacetField::level) = stored.levels;
  field(facets, FacetField::language) = {stored.language};
  if (!stored.kind.empty()) field(facets, FacetField::kind) = {stored.kind};
  return facets;
}

void write_guide(const StoredDocument& stored, const Vocabulary& vocabulary, FieldWriter& writer) {
  writer.headline(stored.title);
  for (const std::string& alias : stored.aliases) writer.name(alias, schema::alias_weight);
  writer.text(stored.text, schema::body_weight);
  const auto guide = decode_guide(stored.detail);
  if (!guide) return;  // written by us a moment ago
  for (const SkillUse& use : guide->skills) {
    if (const Skill* skill = vocabulary.named(use.skill)) {
      writer.text(skill->label, schema::skill_weight);
      writer.unit(schema::skill_unit(skill->id), static_cast<std::uint32_t>(use.importance));
    } else {
      writer.text(use.skill, schema::skill_weight);
    }
  }
  for (const std::string& tool : guide->tools) writer.text(tool, schema::skill_weight);
}

void write_passage(const StoredDocument& stored, FieldWriter& writer,
                   std::set<std::string>& recognised) {
  if (stored.title != stored.section_title && !stored.title.empty()) {
    add_units(writer.name(stored.title, schema::title_weight), recognised);
  }
  for (const std::string& alias : stored.aliases) writer.name(alias, schema::alias_weight);
  writer.text(stored.section_title, schema::heading_weight);
  writer.text(stored.guide_title, schema::context_weight);
  add_units(writer.text(stored.text, schema::body_weight), recognised);
}

void write_skill(const StoredDocument& stored, FieldWriter& writer) {
  writer.name(stored.title, schema::title_weight);
  for (const std::string& alias : stored.aliases) writer.name(alias, schema::alias_weight);
  writer.text(stored.text, schema::body_weight);
  writer.unit(schema::skill_unit(stored.id), schema::title_weight);
}

void write_tip(const StoredDocument& stored, FieldWriter& writer,
               std::set<std::string>& recognised) {
  add_units(writer.headline(stored.title), recognised);
  for (const std::string& alias : stored.aliases) writer.name(alias, schema::alias_weight);
  writer.text("tips", schema::context_weight);  // "interview tips" asks for these
  for (const std::string& section : stored.sections) {
    if (const auto kind = section_kind_named(section)) {
      writer.text(label_of(*kind), schema::context_weight);
    }
  }
  add_units(writer.text(stored.text, schema::body_weight), recognised);
}

}  // namespace

BuiltDocument DocumentBuilder::build(StoredDocument& stored) const {
  FieldWriter writer(analyzer_, terms_, words_, stored.language);
  std::set<std::string> recognised;
  switch (stored.type) {
    case DocumentType::guide:
      write_guide(stored, vocabulary_, writer);
      break;
    case DocumentType::passage:
      write_passage(stored, writer, recognised);
      break;
    case DocumentType::skill:
      write_skill(stored, writer);
      break;
    case DocumentType::tip:
      write_tip(stored, writer, recognised);
      break;
  }
  if (stored.type == DocumentType::passage || stored.type == DocumentType::tip) {
    for (const std::string& skill : stored.skills) {
      if (vocabulary_.find(skill) != nullptr) {
        writer.unit(schema::skill_unit(skill), schema::skill_weight);
      }
      recognised.erase(skill);
    }
  }
  stored.recognised.assign(recognised.begin(), recognised.end());
  return std::move(writer).finish(facets_of(stored));
}

}  // namespace guidepost::indexer
