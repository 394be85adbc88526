#include "indexer/generation_writer.h"

#include "core/index/analyzer_hash.h"
#include "core/index/checksum.h"
#include "core/index/files.h"
#include "core/index/generation.h"
#include "core/index/schema.h"
#include "core/text/analyzer.h"
#include "core/version.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
  return text;
}

Result<std::vector<ManifestFile>> files_below(const std::filesystem::path& root,
                                              const std::vector<ManifestFile>& known) {
  std::vector<ManifestFile> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end;
       at.increment(error)) {
    if (!at->is_regular_file(error) || error) continue;
    std::string path = at->path().lexically_relative(root).generic_string();
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const ManifestFile& file) { return file.path == path; });
    if (same != known.end()) {
      files.push_back(*same);
      continue;
    }
    const auto checksum = checksum_of_file(at->path());
    if (!checksum) return failure(checksum.error());
    files.push_back({std::move(path), std::filesystem::file_size(at->path(), error), *checksum});
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

GenerationWriter::GenerationWriter(IndexDirectory directory, std::string generation)
    : directory_(std::move(directory)),
      generation_(std::move(generation)),
      partial_(directory_.partial_path_of(generation_)) {}

GenerationWriter::GenerationWriter(GenerationWriter&& other) noexcept
    : directory_(std::move(other.directory_)),
      generation_(std::move(other.generation_)),
      partial_(std::exchange(other.partial_, {})) {}

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
  return GenerationWriter(directory, generation);
}

Result<void> GenerationWriter::write(std::string_view name, std::string_view bytes) const {
  return write_file(partial_ / name, bytes);
}

Result<void> GenerationWriter::link(const std::filesystem::path& part) const {
  namespace fs = std::filesystem;
  const fs::path into = partial_ / part.filename();
  std::error_code error;
  const auto link_file = [&](const fs::path& file, const fs::path& target) {
    std::error_code no_link;
    fs::create_hard_link(file, target, no_link);
    if (no_link) fs::copy_file(file, target, error);
  };
  if (fs::is_regular_file(part, error)) {
    link_file(part, into);
  } else {
    fs::create_directories(into, error);
    for (fs::recursive_directory_iterator at(part, error), end; !error && at != end;
         at.increment(error)) {
      const fs::path target = into / at->path().lexically_relative(part);
      if (at->is_directory(error)) {
        fs::create_directories(target, error);
        continue;
      }
      link_file(at->path(), target);
      if (error) break;
    }
  }
  if (!error) return {};
  return failure(ErrorCode::io_failed, "cannot be taken over: " + error.message(),
                 "check the permissions and the free space", {part.string(), 0});
}

Result<void> GenerationWriter::link_file(const std::filesystem::path& file) const {
  const std::filesystem::path target = partial_ / file.filename();
  std::error_code error;
  std::filesystem::create_hard_link(file, target, error);
  if (error) std::filesystem::copy_file(file, target, error);
  if (!error) return {};
  return failure(ErrorCode::io_failed, "cannot be taken over: " + error.message(),
                 "check the permissions and the free space", {file.string(), 0});
}

Result<Manifest> GenerationWriter::write_manifest(Manifest manifest,
                                                  const std::vector<ManifestFile>& linked) const {
  auto files = files_below(partial_, linked);
  if (!files) return failure(files.error());
  manifest.schema = schema::version;
  manifest.analyzer_version = analyzer_version;
  manifest.analyzer_hash = analyzer_hash();
  manifest.program = version;
  manifest.generation = generation_;
  manifest.built_at = utc_now();
  manifest.files = std::move(*files);
  if (auto written = write_file(partial_ / generation_file::manifest, encode(manifest)); !written) {
    return failure(written.error());
  }
  return manifest;
}

Result<Manifest> GenerationWriter::publish(Manifest manifest,
                                           const std::vector<ManifestFile>& linked,
                                           const Gate& gate) && {
  const std::size_t own = manifest.segments.back().name.ends_with(generation_) ? 1 : 0;
  const std::size_t checked_before = manifest.segments.size() - own;  // when they were written
  auto written = write_manifest(std::move(manifest), linked);
  if (!written) return written;
  auto generation = open_generation(partial_);
  if (!generation) return failure(generation.error());
  if (auto sound = verify_structure(**generation, checked_before, ComparisonDepth::counts);
      !sound) {
    return failure(sound.error());
  }
  if (auto passed = gate(std::move(*generation)); !passed) return failure(passed.error());
  if (auto published = directory_.publish(generation_); !published) {
    return failure(published.error());
  }
  partial_.clear();
  return written;
}

}  // namespace guidepost::indexer
