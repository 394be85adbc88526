#include "core/index/generation.h"

#include "core/index/analyzer_hash.h"
#include "core/index/checksum.h"
#include "core/index/files.h"
#include "core/index/schema.h"
#include "core/index/xapian_door.h"
#include "core/text/analyzer.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <sstream>
#include <system_error>

namespace guidepost {
namespace {

constexpr std::string_view rebuild = "build the index again with `guidepost index`";

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& path) {
  const std::filesystem::path file = path / generation_file::manifest;
  const auto bytes = read_file(file);
  if (!bytes) {
    return failure(ErrorCode::index_damaged, "the manifest " + bytes.error().message,
                   std::string(rebuild), {file.string(), 0});
  }
  auto manifest = decode_manifest(*bytes, file);
  if (manifest && manifest->schema != schema::version) {
    return failure(ErrorCode::index_incompatible,
                   "the index has schema version " + std::to_string(manifest->schema) +
                       ", this program reads version " + std::to_string(schema::version),
                   std::string(rebuild), {file.string(), 0});
  }
  return manifest;
}

namespace {

/// The texts were read as this program reads queries.
Result<void> check_analyzer(const std::filesystem::path& path, const Manifest& manifest) {
  if (manifest.analyzer_hash == analyzer_hash()) return {};
  const std::string written = std::to_string(manifest.analyzer_version);
  const std::string own = std::to_string(analyzer_version);
  return failure(ErrorCode::index_incompatible,
                 written == own ? "the texts were read by version " + own +
                                      " of the analyzer with another Unicode or other stemmers"
                                : "the texts were read by version " + written +
                                      " of the analyzer, this program reads with version " + own,
                 std::string(rebuild), {(path / generation_file::manifest).string(), 0});
}

Result<void> verify_file(const std::filesystem::path& path, const ManifestFile& file) {
  const std::filesystem::path full = path / file.path;
  std::error_code error;
  const auto bytes = std::filesystem::file_size(full, error);
  if (error) {
    return failure(ErrorCode::index_damaged, "is missing", std::string(rebuild),
                   {full.string(), 0});
  }
  if (bytes != file.bytes) {
    return failure(
        ErrorCode::index_damaged,
        "has " + std::to_string(bytes) + " bytes, the manifest says " + std::to_string(file.bytes),
        std::string(rebuild), {full.string(), 0});
  }
  const auto checksum = checksum_of_file(full);
  if (!checksum) return failure(checksum.error());
  if (*checksum != file.checksum) {
    return failure(ErrorCode::index_damaged, "does not have the checksum of the manifest",
                   std::string(rebuild), {full.string(), 0});
  }
  return {};
}

Result<void> verify_files(const std::filesystem::path& path, const Manifest& manifest) {
  for (const ManifestFile& file : manifest.files) {
    if (auto verified = verify_file(path, file); !verified) return verified;
  }
  return {};
}

Result<void> open_segments(Generation& generation) {
  std::uint32_t first = 0;
  for (const ManifestSegment& listed : generation.manifest.segments) {
    if (listed.documents > std::numeric_limits<std::uint32_t>::max() - first) {
      return failure(ErrorCode::index_damaged,
                     "the manifest counts more documents than there can be", std::string(rebuild),
                     {generation.path.string(), 0});
    }
    auto segment = Segment::open(generation.path / listed.name, first, listed.documents);
    if (!segment) return failure(segment.error());
    first += listed.documents;
    generation.segments.push_back(std::move(*segment));
  }
  auto catalogue = Catalogue::open(generation.path / generation_file::catalogue);
  if (!catalogue) return failure(catalogue.error());
  generation.catalogue = std::move(*catalogue);
  return {};
}

/// The counts of the files agree with each other.
Result<void> check_numbers(const Generation& generation) {
  std::size_t documents = 0;
  for (const Segment& segment : generation.segments) documents += segment.documents;
  const std::size_t living = generation.document_count();
  if (generation.facets.document_count() == documents &&
      living == generation.manifest.documents()) {
    return {};
  }
  return failure(ErrorCode::index_damaged,
                 "holds " + std::to_string(living) + " documents, the manifest says " +
                     std::to_string(generation.manifest.documents()),
                 std::string(rebuild), {generation.path.string(), 0});
}

/// Xapian's own check of its structure, and what it has in common with the posting image.
Result<void> check_postings(const Segment& segment, ComparisonDepth depth) {
  const std::string database = (segment.path / segment_file::xapian).string();
  std::ostringstream report;
  const auto faults = guarded([&] { return Xapian::Database::check(database, 0, &report); });
  if (!faults) return failure(faults.error());
  if (*faults != 0) {
    return failure(ErrorCode::index_damaged,
                   "Xapian found " + std::to_string(*faults) + " faults: " + report.str(),
                   std::string(rebuild), {database, 0});
  }
  return compare_postings(segment.path, segment.postings, segment.documents, depth);
}

/// Every document of the catalogue is alive and has the id it is listed under. Their texts are left to the checksums.
Result<void> check_documents(const Generation& generation) {
  for (std::size_t i = 0; i < generation.catalogue.size(); ++i) {
    const CatalogueEntry entry = generation.catalogue.at(i);
    const bool is_listed = hash128(generation.id_of(entry.document)) == entry.id;
    if (is_listed && generation.facets.is_alive(entry.document)) continue;
    return failure(ErrorCode::index_damaged,
                   "the document number " + std::to_string(entry.document) + " is not there",
                   std::string(rebuild), {generation.path.string(), 0});
  }
  return {};
}

}  // namespace

Result<std::string> read_generation_file(const std::filesystem::path& path,
                                         const Manifest& manifest, std::string_view name) {
  const auto listed = std::find_if(manifest.files.begin(), manifest.files.end(),
                                   [&](const ManifestFile& file) { return file.path == name; });
  const std::filesystem::path full = path / name;
  if (listed == manifest.files.end()) {
    return failure(ErrorCode::index_damaged, "is not in the manifest", std::string(rebuild),
                   {full.string(), 0});
  }
  auto bytes = read_file(full);
  if (!bytes) {
    return failure(ErrorCode::index_damaged, bytes.error().message, std::string(rebuild),
                   {full.string(), 0});
  }
  if (bytes->size() != listed->bytes || checksum_of(*bytes) != listed->checksum) {
    return failure(ErrorCode::index_damaged, "does not have the checksum of the manifest",
                   std::string(rebuild), {full.string(), 0});
  }
  return bytes;
}

Result<std::unique_ptr<const Generation>> open_generation(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) {
    return failure(ErrorCode::index_missing, "there is no such generation",
                   "build an index with `guidepost index`", {path.string(), 0});
  }
  auto lease = GenerationLease::take(path);
  if (!lease) return failure(lease.error());
  auto manifest = read_manifest(path);
  if (!manifest) return failure(manifest.error());
  if (auto same = check_analyzer(path, *manifest); !same) return failure(same.error());
  if (auto verified = verify_files(path, *manifest); !verified) return failure(verified.error());

  auto generation = std::make_unique<Generation>();
  generation->lease = std::move(*lease);
  generation->path = path;
  generation->manifest = std::move(*manifest);
  if (auto opened = open_segments(*generation); !opened) return failure(opened.error());
  const auto bytes_of = [&](std::string_view name) {
    return read_generation_file(path, generation->manifest, name);
  };
  auto names = bytes_of(generation_file::names).and_then(decode_names);
  if (!names) return failure(names.error());
  auto facets = bytes_of(generation_file::facets).and_then(FacetColumns::decode);
  if (!facets) return failure(facets.error());
  auto dictionary = bytes_of(generation_file::words).and_then(Dictionary::decode);
  if (!dictionary) return failure(dictionary.error());
  auto removed = bytes_of(generation_file::removed).and_then(decode_removed_terms);
  if (!removed) return failure(removed.error());
  auto titles = bytes_of(generation_file::titles).and_then(NameIndex::decode);
  if (!titles) return failure(titles.error());
  auto latent = bytes_of(generation_file::latent).and_then(LatentIndex::decode);
  if (!latent) return failure(latent.error());
  auto synonyms = bytes_of(generation_file::synonyms).and_then(Synonyms::decode);
  if (!synonyms) return failure(synonyms.error());
  generation->titles = std::move(*titles);
  generation->latent = std::move(*latent);
  generation->synonyms = std::move(*synonyms);
  generation->names = std::move(*names);
  generation->lexicon = lexicon_of(generation->names);
  generation->facets = std::move(*facets);
  generation->dictionary = std::move(*dictionary);
  generation->removed = std::move(*removed);
  if (auto sound = check_numbers(*generation); !sound) return failure(sound.error());
  generation->types_of_names = NameTypes(generation->titles, generation->facets);
  return generation;
}

Result<void> verify_generation(const std::filesystem::path& path) {
  auto generation = open_generation(path);  // every checksum among it
  if (!generation) return failure(generation.error());
  return verify_structure(**generation, 0, ComparisonDepth::postings);
}

Result<void> verify_structure(const Generation& generation, std::size_t first,
                              ComparisonDepth depth) {
  for (std::size_t i = first; i < generation.segments.size(); ++i) {
    if (auto sound = check_postings(generation.segments[i], depth); !sound) return sound;
  }
  return check_documents(generation);
}

const Segment* Generation::one_of_segments(std::uint32_t document) const {
  const auto behind =
      std::upper_bound(segments.begin(), segments.end(), document,
                       [](std::uint32_t number, const Segment& s) { return number <= s.first; });
  if (document == 0 || behind == segments.begin()) return nullptr;
  const Segment& segment = *std::prev(behind);
  return document - segment.first <= segment.documents ? &segment : nullptr;
}

std::string_view Generation::id_of(std::uint32_t document) const {
  const Segment* segment = segment_of(document);
  return segment == nullptr ? std::string_view() : segment->keys.id(document - segment->first - 1);
}

std::string_view Generation::folded_title_of(std::uint32_t document) const {
  const Segment* segment = segment_of(document);
  return segment == nullptr ? std::string_view()
                            : segment->keys.folded_title(document - segment->first - 1);
}

bool Generation::is_id_before(std::uint32_t a, std::uint32_t b) const {
  const auto key = [this](std::uint32_t document) {
    const Segment* segment = segment_of(document);
    return segment == nullptr ? std::string_view()
                              : segment->keys.key(document - segment->first - 1);
  };
  return key(a) < key(b);
}

int Generation::compare_titles(std::uint32_t a, std::uint32_t b) const {
  const std::uint64_t beginning_a = title_beginning_of(a);
  const std::uint64_t beginning_b = title_beginning_of(b);
  if (beginning_a != beginning_b) return beginning_a < beginning_b ? -1 : 1;
  constexpr std::uint64_t last_byte = 0xff;
  if ((beginning_a & last_byte) == 0) return 0;  // both end in there
  return folded_title_of(a).compare(folded_title_of(b));
}

Result<StoredDocument> Generation::document(std::uint32_t document) const {
  DocumentReader reader;
  return this->document(document, reader);
}

Result<StoredDocument> Generation::document(std::uint32_t document, DocumentReader& reader) const {
  const Segment* segment = segment_of(document);
  if (segment == nullptr) {
    return failure(ErrorCode::index_damaged,
                   "there is no document number " + std::to_string(document), std::string(rebuild),
                   {path.string(), 0});
  }
  return reader.read(segment->store, document - segment->first - 1);
}

std::uint32_t Generation::number_of(std::string_view id) const {
  const auto place = catalogue.find(hash128(id));
  if (!place) return 0;
  const std::uint32_t document = catalogue.at(*place).document;
  return id_of(document) == id ? document : 0;
}

}  // namespace guidepost
