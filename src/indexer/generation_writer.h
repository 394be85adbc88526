// A new generation being built: a directory that vanishes unless it is published.
#pragma once

#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "core/index/manifest.h"
#include "core/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// Judges a generation that is complete and sound, before it becomes current.
using Gate = std::function<Result<void>(std::unique_ptr<const Generation>)>;

/// The caller holds the IndexLock throughout.
class GenerationWriter {
 public:
  static Result<GenerationWriter> begin(const IndexDirectory& directory);

  GenerationWriter(GenerationWriter&& other) noexcept;
  GenerationWriter& operator=(GenerationWriter&&) = delete;
  ~GenerationWriter();

  const std::string& generation() const { return generation_; }
  const std::filesystem::path& path() const { return partial_; }

  /// A file of the generation, by its name in core/index/generation.h.
  Result<void> write(std::string_view name, std::string_view bytes) const;

  /// Takes a segment or a file of another generation over by hard links: they never change, and each generation stays complete by itself.
  /// Where the file system has no links, by copies.
  Result<void> link(const std::filesystem::path& part) const;

  /// The same for one file.
  Result<void> link_file(const std::filesystem::path& file) const;

  /// Writes the manifest (checksums and everything else that is left), verifies all that was written, asks `gate`, makes it durable and
  /// current. An Error means that nothing was published. `linked`: the files of linked segments, verified a moment ago.
  Result<Manifest> publish(Manifest manifest, const std::vector<ManifestFile>& linked,
                           const Gate& gate) &&;

 private:
  GenerationWriter(IndexDirectory directory, std::string generation);

  Result<Manifest> write_manifest(Manifest manifest, const std::vector<ManifestFile>& linked) const;

  IndexDirectory directory_;
  std::string generation_;
  std::filesystem::path partial_;  // empty once moved from or published
};

}  // namespace guidepost::indexer
