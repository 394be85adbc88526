#include "core/index/generation.h"

#include "core/index/checksum.h"
#include "core/index/files.h"
#include "core/index/schema.h"
#include "core/index/xapian_door.h"

#include <algorithm>
#include <sstream>
#include <system_error>

namespace guidepost {
namespace {

constexpr std::string_view rebuild = "build the index again with `guidepost index`";

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
  auto manifest = read_manifest(path);
  if (!manifest) return failure(manifest.error());

  auto generation = std::make_unique<Generation>();
  generation->path = path;
  generation->manifest = std::move(*manifest);
  const auto bytes_of = [&](std::string_view name) {
    return read_generation_file(path, generation->manifest, name);
  };
  auto names = bytes_of(generation_file::names).and_then(decode_names);
  if (!names) return failure(names.error());
  auto facets = bytes_of(generation_file::facets).and_then(FacetColumns::decode);
  if (!facets) return failure(facets.error());
  auto dictionary = bytes_of(generation_file::words).and_then(Dictionary::decode);
  if (!dictionary) return failure(dictionary.error());
  generation->names = std::move(*names);
  generation->lexicon = lexicon_of(generation->names);
  generation->facets = std::move(*facets);
  generation->dictionary = std::move(*dictionary);
  return generation;
}

Result<void> verify_generation(const std::filesystem::path& path) {
  const auto manifest = read_manifest(path);
  if (!manifest) return failure(manifest.error());
  for (const ManifestFile& file : manifest->files) {
    if (auto verified = verify_file(path, file); !verified) return verified;
  }
  const std::filesystem::path database = path / generation_file::xapian;
  std::ostringstream report;
  const auto faults =
      guarded([&] { return Xapian::Database::check(database.string(), 0, &report); });
  if (!faults) return failure(faults.error());
  if (*faults != 0) {
    return failure(ErrorCode::index_damaged,
                   "Xapian found " + std::to_string(*faults) + " faults: " + report.str(),
                   std::string(rebuild), {database.string(), 0});
  }
  const auto documents =
      guarded([&] { return Xapian::Database(database.string()).get_doccount(); });
  if (!documents) return failure(documents.error());
  if (*documents != manifest->documents()) {
    return failure(ErrorCode::index_damaged,
                   "holds " + std::to_string(*documents) + " documents, the manifest says " +
                       std::to_string(manifest->documents()),
                   std::string(rebuild), {database.string(), 0});
  }
  return {};
}

}  // namespace guidepost
