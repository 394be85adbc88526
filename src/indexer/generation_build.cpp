#include "indexer/generation_build.h"

#include "core/index/xapian_door.h"
#include "core/suggest/suggest_entry.h"
#include "indexer/document_builder.h"
#include "indexer/generation_files.h"
#include "indexer/latent_builder.h"
#include "indexer/recommend_files.h"
#include "indexer/recommend_input_builder.h"
#include "indexer/segment_builder.h"
#include "indexer/suggest_entries.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

/// Every further segment costs each search a little, and a full build merges them all.
constexpr std::size_t most_segments = 8;
/// Dead documents are still visited, and changed ones cost more beside others than anew.
constexpr double most_dead_share = 0.25;

constexpr std::string_view scratch_directory = "scratch";

std::string segment_name(const GenerationWriter& writer) {
  return "segment-" + writer.generation();
}

/// The files of a generation but its segments and manifest.
struct WholeFiles {
  FacetColumns facets;
  NameIndex titles;
  std::map<std::string, std::uint32_t> words;
  RemovedTerms removed;
  std::vector<CatalogueEntry> catalogue;
};

Result<std::string> suggest_file(const GenerationWriter& writer,
                                 const std::vector<ManifestSegment>& segments,
                                 const WholeFiles& files, const Outline& outline,
                                 const SkillGraph& graph) {
  std::vector<CorpusPhrase> phrases;
  if (outline.passages + outline.tips.size() != 0) {
    auto found = phrases_of(writer.path(), segments, files.catalogue);
    if (!found) return failure(found.error());
    phrases = std::move(*found);
  }
  return encode(suggest_entries_of(outline, graph, phrases));
}

Result<void> write_files(const GenerationWriter& writer, const Generation* previous,
                         WholeFiles files, const std::vector<ManifestSegment>& segments,
                         const Outline& outline, const ReadingContext& context, std::size_t jobs) {
  const SkillGraph graph = skill_graph_of(outline, context.names(), files.facets);
  const auto suggest = suggest_file(writer, segments, files, outline, graph);
  if (!suggest) return failure(suggest.error());
  const auto latent = latent_index_of(writer.path(), segments, files.catalogue, files.titles);
  if (!latent) return failure(latent.error());
  const auto write = [&](std::string_view name, const std::string& bytes) {
    return writer.write(name, bytes);
  };
  return write(generation_file::facets, files.facets.encode())
      .and_then([&] {
        return write(generation_file::words, Dictionary(std::exchange(files.words, {})).encode());
      })
      .and_then([&] { return write(generation_file::removed, encode(files.removed)); })
      .and_then([&] {
        return write(generation_file::catalogue,
                     encode_catalogue(std::exchange(files.catalogue, {})));
      })
      .and_then(
          [&] { return write(generation_file::titles, std::exchange(files.titles, {}).encode()); })
      .and_then([&] { return write(generation_file::latent, latent->encode()); })
      .and_then([&] { return write(generation_file::names, encode(context.names())); })
      .and_then(
          [&] { return write(generation_file::synonyms, Synonyms(outline.synonyms).encode()); })
      .and_then([&] { return write(generation_file::skills, graph.encode()); })
      .and_then([&] {
        return write_recommend_files(writer, previous,
                                     recommend_input_of(outline, context.names(), graph), jobs);
      })
      .and_then([&] { return write(generation_file::suggest, *suggest); });
}

Manifest manifest_of(const Outline& outline, const ReadingContext& context) {
  Manifest manifest = counts_of(outline);
  manifest.context_hash = context.hash();
  manifest.content_hash = content_hash_of(outline, context);
  return manifest;
}

/// No document and no name changed: all that differs are the synonyms, and where lines stand in their files.
Result<void> take_over_files(const GenerationWriter& writer, const Generation& previous,
                             std::vector<CatalogueEntry> catalogue, const Outline& outline) {
  for (const std::string_view name :
       {generation_file::facets, generation_file::words, generation_file::removed,
        generation_file::titles, generation_file::latent, generation_file::names,
        generation_file::skills, generation_file::suggest, generation_file::roles,
        generation_file::role_skills, generation_file::related_skills,
        generation_file::similar_roles, generation_file::recommend_source}) {
    if (auto linked = writer.link(previous.path / name); !linked) return linked;
  }
  return writer.write(generation_file::catalogue, encode_catalogue(std::move(catalogue)))
      .and_then([&] {
        return writer.write(generation_file::synonyms, Synonyms(outline.synonyms).encode());
      });
}

/// The names of living documents, with how many of those hold each of their words.
Result<NameIndex> finish_names(NameIndexBuilder names, const GenerationWriter& writer,
                               const std::vector<ManifestSegment>& segments,
                               const RemovedTerms& removed, std::size_t documents) {
  return guarded([&] {
    std::vector<Xapian::Database> databases;
    databases.reserve(segments.size());
    for (const ManifestSegment& segment : segments) {
      databases.emplace_back((writer.path() / segment.name / segment_file::xapian).string());
    }
    return std::move(names).finish(documents, [&](const std::string& term) {
      std::uint32_t frequency = 0;
      for (const Xapian::Database& database : databases) frequency += database.get_termfreq(term);
      return frequency - std::min(frequency, removed.documents_with(term));
    });
  });
}

/// What dead documents had added: the terms Xapian goes on counting, and words.
class Removal {
 public:
  Removal(const Generation& previous, const ReadingContext& context, RemovedTerms& terms,
          std::map<std::string, std::uint32_t>& words)
      : previous_(previous),
        analyzer_(context.lexicon()),
        builder_(context.names().vocabulary, analyzer_, numbering_, counts_),
        terms_(terms),
        words_(words) {}

  Result<void> remove(std::uint32_t document) {
    constexpr std::size_t documents_between = 1000;
    if (++done_ % documents_between == 0) {
      for (const Segment& segment : previous_.segments) segment.store.forget();
    }
    auto stored = previous_.document(document, reader_);
    if (!stored) return failure(stored.error());
    const BuiltDocument built = builder_.build(*stored);
    for (auto at = built.document.termlist_begin(); at != built.document.termlist_end(); ++at) {
      ++terms_.documents[*at];
      terms_.length += at.get_wdf();
    }
    return {};
  }

  void finish() { counts_.subtract_from(words_); }

 private:
  const Generation& previous_;
  Analyzer analyzer_;
  TermNumbering numbering_;
  WordCounts counts_;
  DocumentBuilder builder_;
  DocumentReader reader_;
  RemovedTerms& terms_;
  std::map<std::string, std::uint32_t>& words_;
  std::size_t done_ = 0;
};

}  // namespace

Result<Manifest> build_all(const GenerationWriter& writer, const Generation* previous,
                           SourceSet& sources, OutlineReader& reader, const ReadingContext& context,
                           std::size_t jobs, const Progress& progress) {
  const Outline& outline = reader.outline();
  FacetColumnsBuilder facets;
  NameIndexBuilder names;
  WholeFiles files;
  auto segment =
      SegmentBuilder::begin(writer.path() / segment_name(writer), writer.path() / scratch_directory,
                            context, jobs, {facets, files.words, names});
  if (!segment) return failure(segment.error());
  auto added = sources.documents(reader, progress, [&](StoredDocument document) {
    context.resolve(document);
    return (*segment)->add(std::move(document));
  });
  if (!added) return failure(added.error());
  progress("merging", 0, 1);
  if (auto finished = (*segment)->finish(); !finished) return failure(finished.error());

  files.facets = std::move(facets).finish(facet_labels(outline, context.names()));
  files.catalogue.reserve(outline.documents.size());
  for (const OutlinedDocument& document : outline.documents) {
    files.catalogue.push_back({document.id, document.source, document.unit,
                               static_cast<std::uint32_t>(files.catalogue.size() + 1)});
  }
  Manifest manifest = manifest_of(outline, context);
  manifest.segments = {{segment_name(writer), (*segment)->documents()}};
  auto titles = finish_names(std::move(names), writer, manifest.segments, files.removed,
                             outline.documents.size());
  if (!titles) return failure(titles.error());
  files.titles = std::move(*titles);
  if (auto written = write_files(writer, previous, std::move(files), manifest.segments, outline,
                                 context, jobs);
      !written) {
    return failure(written.error());
  }
  return manifest;
}

std::string why_not_beside(const Generation& previous, const Outline& outline,
                           const Difference& difference, const ReadingContext& context) {
  if (previous.manifest.context_hash != context.hash()) {
    return "names of skills or roles changed, and every text is read by them";
  }
  if (previous.segments.size() >= most_segments) {
    return "the index has " + std::to_string(previous.segments.size()) + " segments";
  }
  if (difference.too_many) return "too much changed";
  const auto numbers = static_cast<double>(previous.facets.document_count());
  const auto dead =
      static_cast<double>(previous.facets.document_count() - previous.document_count() +
                          difference.altered + difference.vanished);
  if (dead > most_dead_share * numbers ||
      static_cast<double>(difference.changed.size()) >
          most_dead_share * static_cast<double>(outline.documents.size())) {
    return "too much changed";
  }
  return {};
}

Result<Manifest> build_beside(const GenerationWriter& writer, const Generation& previous,
                              const Outline& outline, Difference difference,
                              const ReadingContext& context, std::size_t jobs,
                              const Progress& progress) {
  Manifest manifest = manifest_of(outline, context);
  manifest.segments = previous.manifest.segments;
  for (const Segment& segment : previous.segments) {
    if (auto linked = writer.link(segment.path); !linked) return failure(linked.error());
  }
  FacetColumnsBuilder facets(previous.facets);
  NameIndexBuilder names(previous.titles);
  WholeFiles files;
  files.removed = previous.removed;
  files.words = previous.dictionary.words();
  Removal removal(previous, context, files.removed, files.words);
  files.catalogue.reserve(outline.documents.size());
  std::vector<std::uint32_t> dead;
  for (std::size_t i = 0; i < difference.unchanged.size(); ++i) {
    CatalogueEntry entry = previous.catalogue.at(i);
    if (difference.unchanged[i] == Difference::gone) {
      dead.push_back(entry.document);
      continue;
    }
    entry.unit = outline.documents[difference.unchanged[i]].unit;
    files.catalogue.push_back(entry);
  }
  if (dead.empty() && difference.changed.empty()) {
    auto done = take_over_files(writer, previous, std::move(files.catalogue), outline);
    if (!done) return failure(done.error());
    return manifest;
  }
  std::sort(dead.begin(), dead.end());  // in the order of the file
  for (const std::uint32_t document : dead) {
    if (auto removed = removal.remove(document); !removed) return failure(removed.error());
    facets.clear(document);
    names.clear(document);
  }
  removal.finish();

  if (!difference.changed.empty()) {
    auto segment = SegmentBuilder::begin(
        writer.path() / segment_name(writer), writer.path() / scratch_directory, context, jobs,
        {facets, files.words, names, static_cast<std::uint32_t>(previous.facets.document_count())});
    if (!segment) return failure(segment.error());
    auto number = static_cast<std::uint32_t>(previous.facets.document_count());
    for (ChangedDocument& changed : difference.changed) {
      const OutlinedDocument& outlined = outline.documents[changed.outlined];
      files.catalogue.push_back({outlined.id, outlined.source, outlined.unit, ++number});
      context.resolve(changed.document);
      if (auto added = (*segment)->add(std::move(changed.document)); !added) {
        return failure(added.error());
      }
    }
    progress("merging", 0, 1);
    if (auto finished = (*segment)->finish(); !finished) return failure(finished.error());
    manifest.segments.push_back({segment_name(writer), (*segment)->documents()});
  }
  files.facets = std::move(facets).finish(facet_labels(outline, context.names()));
  auto titles = finish_names(std::move(names), writer, manifest.segments, files.removed,
                             outline.documents.size());
  if (!titles) return failure(titles.error());
  files.titles = std::move(*titles);
  if (auto written = write_files(writer, &previous, std::move(files), manifest.segments, outline,
                                 context, jobs);
      !written) {
    return failure(written.error());
  }
  return manifest;
}

}  // namespace guidepost::indexer
