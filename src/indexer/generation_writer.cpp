#include "indexer/generation_writer.h"

#include "core/index/checksum.h"
#include "core/index/files.h"
#include "core/index/generation.h"
#include "core/index/schema.h"
#include "core/index/xapian_door.h"
#include "core/version.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

// Bigger batches miss the cache: Xapian keeps pending postings in nested maps. Measured best at about a thousand documents.
constexpr std::size_t documents_per_commit = 1000;

constexpr std::string_view build_directory = "build";

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
  return text;
}

Result<std::vector<ManifestFile>> files_below(const std::filesystem::path& root) {
  std::vector<ManifestFile> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end;
       at.increment(error)) {
    if (!at->is_regular_file(error) || error) continue;
    const auto checksum = checksum_of_file(at->path());
    if (!checksum) return failure(checksum.error());
    files.push_back({at->path().lexically_relative(root).generic_string(),
                     std::filesystem::file_size(at->path(), error), *checksum});
  }
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be listed: " + error.message(), "",
                   {root.string(), 0});
  }
  std::sort(files.begin(), files.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

GenerationWriter::GenerationWriter(const IndexDirectory& directory, std::string generation,
                                   Xapian::WritableDatabase database)
    : directory_(directory),
      generation_(std::move(generation)),
      partial_(directory_.partial_path_of(generation_)),
      database_(std::move(database)) {}

GenerationWriter::GenerationWriter(GenerationWriter&& other) noexcept
    : directory_(std::move(other.directory_)),
      generation_(std::move(other.generation_)),
      partial_(std::exchange(other.partial_, {})),
      database_(std::move(other.database_)),
      uncommitted_(other.uncommitted_) {}

GenerationWriter::~GenerationWriter() {
  if (partial_.empty()) return;
  std::error_code ignored;  // what cannot be removed now is removed by the next run
  std::filesystem::remove_all(partial_, ignored);
}

Result<GenerationWriter> GenerationWriter::begin(const IndexDirectory& directory) {
  const std::string generation = directory.next_name();
  const std::filesystem::path partial = directory.partial_path_of(generation);
  std::error_code error;
  std::filesystem::create_directories(partial, error);
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be created: " + error.message(),
                   "check the permissions and the free space", {partial.string(), 0});
  }
  // Unsafe writes are safe here: nobody reads the build, and after a crash it is thrown away.
  constexpr int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
  auto database = guarded(
      [&] { return Xapian::WritableDatabase((partial / build_directory).string(), flags); });
  if (!database) return failure(database.error());
  return GenerationWriter(directory, generation, std::move(*database));
}

Result<void> GenerationWriter::add(const Xapian::Document& document) {
  return guarded([&] {
    database_.add_document(document);
    if (++uncommitted_ == documents_per_commit) {
      database_.commit();
      uncommitted_ = 0;
    }
  });
}

Result<void> GenerationWriter::write(std::string_view name, std::string_view bytes) const {
  return write_file(partial_ / name, bytes);
}

Result<void> GenerationWriter::compact() {
  const std::filesystem::path build = partial_ / build_directory;
  auto compacted = guarded([&] {
    database_.commit();
    database_.compact((partial_ / generation_file::xapian).string());
    database_.close();
  });
  if (!compacted) return compacted;
  std::error_code error;
  std::filesystem::remove_all(build, error);
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be removed: " + error.message(), "",
                   {build.string(), 0});
  }
  return {};
}

Result<Manifest> GenerationWriter::write_manifest(Manifest manifest) const {
  auto files = files_below(partial_);
  if (!files) return failure(files.error());
  manifest.schema = schema::version;
  manifest.program = version;
  manifest.generation = generation_;
  manifest.built_at = utc_now();
  manifest.files = std::move(*files);
  if (auto written = write_file(partial_ / generation_file::manifest, encode(manifest)); !written) {
    return failure(written.error());
  }
  return manifest;
}

Result<Manifest> GenerationWriter::publish(Manifest counts) && {
  if (auto compacted = compact(); !compacted) return failure(compacted.error());
  auto manifest = write_manifest(std::move(counts));
  if (!manifest) return manifest;
  if (auto verified = verify_generation(partial_); !verified) return failure(verified.error());
  if (auto opened = open_generation(partial_); !opened) return failure(opened.error());
  if (auto published = directory_.publish(generation_); !published) {
    return failure(published.error());
  }
  partial_.clear();
  return manifest;
}

}  // namespace guidepost::indexer
