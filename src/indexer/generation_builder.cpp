#include "indexer/generation_builder.h"

#include "core/index/generation.h"
#include "indexer/skill_graph_builder.h"
#include "indexer/suggest_builder.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

Names names_of(const Corpus& corpus) {
  Names names;
  names.vocabulary = Vocabulary(corpus.skills);
  for (const Guide& guide : corpus.guides) {
    names.roles.push_back({guide.id, guide.title, guide.aliases});
  }
  return names;
}

/// "machine-room" -> "Machine room": what a person reads for a value that is an id.
std::string capitalised(std::string_view id) {
  std::string label(id);
  std::replace(label.begin(), label.end(), '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

FacetColumns::Labels labels_of(const Names& names, const Corpus& corpus) {
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
  for (const Guide& guide : corpus.guides) {
    of(FacetField::family).emplace(guide.family, capitalised(guide.family));
    for (const std::string& level : guide.levels) {
      of(FacetField::level).emplace(level, capitalised(level));
    }
  }
  for (const SectionKind kind : all_section_kinds) {
    of(FacetField::section).emplace(name_of(kind), label_of(kind));
  }
  for (const Skill& skill : names.vocabulary.skills()) {
    of(FacetField::skill).emplace(skill.id, skill.label);
  }
  for (const RoleName& role : names.roles) of(FacetField::role).emplace(role.id, role.title);
  return labels;
}

}  // namespace

Manifest counts_of(const Corpus& corpus) {
  Manifest counts;
  counts.guides = corpus.guides.size();
  counts.skills = corpus.skills.size();
  counts.tips = corpus.tips.size();
  for (const Guide& guide : corpus.guides) counts.passages += guide.passages.size();
  counts.rejected = corpus.rejected;
  return counts;
}

GenerationBuilder::GenerationBuilder(Corpus corpus, const Progress& progress)
    : corpus_(std::move(corpus)),
      progress_(progress),
      names_(names_of(corpus_)),
      lexicon_(lexicon_of(names_)),
      analyzer_(lexicon_),
      builder_(names_.vocabulary, analyzer_) {}

Result<Manifest> GenerationBuilder::write(GenerationWriter writer) {
  recognise_skills();
  std::vector<BuiltDocument> documents = build();
  std::sort(documents.begin(), documents.end(),
            [](const BuiltDocument& a, const BuiltDocument& b) { return a.id < b.id; });
  std::vector<DocumentFacets> facets;
  facets.reserve(documents.size());
  std::map<std::string, std::uint32_t> words;
  for (BuiltDocument& built : documents) {
    if (auto added = writer.add(built.document); !added) return failure(added.error());
    facets.push_back(std::move(built.facets));
    for (const std::string& word : built.words) ++words[word];
    progress_("writing", facets.size(), documents.size());
  }
  if (auto written = write_files(writer, facets, Dictionary(words)); !written) {
    return failure(written.error());
  }
  return std::move(writer).publish(counts_of(corpus_));
}

Result<void> GenerationBuilder::write_files(const GenerationWriter& writer,
                                            const std::vector<DocumentFacets>& facets,
                                            const Dictionary& dictionary) const {
  const std::pair<std::string_view, std::string> files[] = {
      {generation_file::facets, FacetColumns(facets, labels_of(names_, corpus_)).encode()},
      {generation_file::words, dictionary.encode()},
      {generation_file::names, encode(names_)},
      {generation_file::skills, skill_graph().encode()},
      {generation_file::suggest,
       suggester_of(names_.vocabulary, corpus_.guides, corpus_.tips).encode()}};
  for (const auto& [name, bytes] : files) {
    if (auto written = writer.write(name, bytes); !written) return written;
  }
  return {};
}

void GenerationBuilder::recognise_skills() {
  for (Guide& guide : corpus_.guides) {
    for (Passage& passage : guide.passages) {
      passage.skills =
          builder_.recognised_skills(passage.title + "\n" + passage.text, guide.language);
    }
  }
}

std::vector<BuiltDocument> GenerationBuilder::build() const {
  std::vector<BuiltDocument> documents;
  for (const Guide& guide : corpus_.guides) {
    documents.push_back(builder_.guide(guide));
    for (const Passage& passage : guide.passages) {
      documents.push_back(builder_.passage(guide, passage));
    }
  }
  for (const Tip& tip : corpus_.tips) documents.push_back(builder_.tip(tip));
  for (const Skill& skill : names_.vocabulary.skills()) {
    documents.push_back(builder_.skill(skill));
  }
  return documents;
}

SkillGraph GenerationBuilder::skill_graph() const {
  SkillGraphBuilder graph(names_.vocabulary);
  for (const Guide& guide : corpus_.guides) {
    graph.add_role(guide);
    for (const Passage& passage : guide.passages) graph.add_passage(passage.skills);
  }
  for (const Tip& tip : corpus_.tips) {
    graph.add_passage(builder_.recognised_skills(tip.title + "\n" + tip.text, tip.language));
  }
  return std::move(graph).build();
}

}  // namespace guidepost::indexer
