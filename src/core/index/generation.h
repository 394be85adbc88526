// One complete, verified, immutable index, opened for reading.
//
//   manifest.json     versions, counts, sources, checksum of every other file
//   segment-000007/   documents (segment.h); one or more
//   catalogue         every document by id       facets   facet columns      words    dictionary
//   removed           terms of dead documents    names    skills and roles   titles   name index
//   latent            which words keep company    synonyms   what else a query may mean
//   suggest           suggester                  skills   skill graph        (read by the engine)
//   roles             role cards                 role-skills   the model of roles and skills (mapped by the engine)
#pragma once

#include "core/index/catalogue.h"
#include "core/index/dictionary.h"
#include "core/index/facet_columns.h"
#include "core/index/generation_lease.h"
#include "core/index/latent_index.h"
#include "core/index/manifest.h"
#include "core/index/name_index.h"
#include "core/index/name_types.h"
#include "core/index/names.h"
#include "core/index/posting_comparison.h"
#include "core/index/removed_terms.h"
#include "core/index/segment.h"
#include "core/index/synonyms.h"
#include "core/result.h"
#include "core/text/lexicon.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The files of a generation, by the name of what they hold.
namespace generation_file {
inline constexpr std::string_view manifest = "manifest.json";
inline constexpr std::string_view catalogue = "catalogue";
inline constexpr std::string_view removed = "removed";
inline constexpr std::string_view facets = "facets";
inline constexpr std::string_view words = "words";
inline constexpr std::string_view names = "names";
inline constexpr std::string_view titles = "titles";
inline constexpr std::string_view latent = "latent";
inline constexpr std::string_view synonyms = "synonyms";
inline constexpr std::string_view suggest = "suggest";
inline constexpr std::string_view skills = "skills";
inline constexpr std::string_view roles = "roles";
inline constexpr std::string_view role_skills = "role-skills";
inline constexpr std::string_view related_skills = "related-skills";
inline constexpr std::string_view similar_roles = "similar-roles";
inline constexpr std::string_view recommend_source = "recommend-source";
}  // namespace generation_file

/// Immutable; all threads may read.
struct Generation {
  GenerationLease lease;  // no one removes it while it is open
  std::filesystem::path path;
  Manifest manifest;
  std::vector<Segment> segments;  // by the numbers of their documents
  Catalogue catalogue;
  RemovedTerms removed;
  Names names;
  Lexicon lexicon;
  FacetColumns facets;
  Dictionary dictionary;
  NameIndex titles;
  NameTypes types_of_names;  // of titles
  LatentIndex latent;
  Synonyms synonyms;

  /// The segment that holds the document with this number, from 1; nullptr for a number there is not.
  const Segment* segment_of(std::uint32_t document) const {
    if (segments.size() != 1) return one_of_segments(document);
    const Segment& only = segments[0];
    return document > only.first && document - only.first <= only.documents ? &only : nullptr;
  }

  std::string_view id_of(std::uint32_t document) const;
  std::string_view folded_title_of(std::uint32_t document) const;
  /// The first eight bytes of it as a number; 0 for a document there is not.
  std::uint64_t title_beginning_of(std::uint32_t document) const {
    const Segment* segment = segment_of(document);
    return segment == nullptr ? 0 : segment->keys.title_beginning(document - segment->first - 1);
  }
  /// Below 0, 0 or above as the folded title of `a` comes before, is, or comes behind that of `b`.
  int compare_titles(std::uint32_t a, std::uint32_t b) const;
  /// Whether the id of `a` comes before that of `b`.
  bool is_id_before(std::uint32_t a, std::uint32_t b) const;
  Result<StoredDocument> document(std::uint32_t document) const;
  /// The same, for several.
  Result<StoredDocument> document(std::uint32_t document, DocumentReader& reader) const;

  /// The number of the document with this id; 0 when there is none.
  std::uint32_t number_of(std::string_view id) const;

  /// Living documents.
  std::size_t document_count() const { return catalogue.size(); }

 private:
  const Segment* one_of_segments(std::uint32_t document) const;
};

/// Reads and checks the manifest (schema version and analyzer included) and the checksum of every file; Xapian's own files are opened by
/// verify_structure() alone.
/// index_missing, index_damaged or index_incompatible say why not.
Result<std::unique_ptr<const Generation>> open_generation(const std::filesystem::path& path);

/// The manifest alone, its schema version checked.
Result<Manifest> read_manifest(const std::filesystem::path& generation);

/// The bytes of one file of a generation, checked against its manifest.
Result<std::string> read_generation_file(const std::filesystem::path& path,
                                         const Manifest& manifest, std::string_view name);

/// Checks every file's size and checksum, Xapian's own structure, and that the posting image says what Xapian says. Takes as long as reading it all.
Result<void> verify_generation(const std::filesystem::path& path);

/// The same for one that is open, its checksums being verified already: Xapian's structure of all segments but the `first` ones, and that every
/// document is there.
Result<void> verify_structure(const Generation& generation, std::size_t first,
                              ComparisonDepth depth);

}  // namespace guidepost
