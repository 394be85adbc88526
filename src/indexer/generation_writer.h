// A new generation being built: a directory that vanishes unless it is published.
#pragma once

#include "core/index/index_directory.h"
#include "core/index/manifest.h"
#include "core/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace guidepost::indexer {

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

  /// Takes a segment of another generation over by hard links: segments never change, and each generation stays complete by itself. Where
  /// the file system has no links, by copies.
  Result<void> link(const std::filesystem::path& segment) const;

  /// Writes the manifest with checksums and everything else that is left, verifies all that was written, asks `gate`, makes it durable and
  /// current. An Error means that nothing was published.
  Result<Manifest> publish(Manifest manifest,
                           const std::function<Result<void>(const std::filesystem::path&)>& gate) &&;

 private:
  GenerationWriter(IndexDirectory directory, std::string generation);

  Result<Manifest> write_manifest(Manifest manifest) const;

  IndexDirectory directory_;
  std::string generation_;
  std::filesystem::path partial_;  // empty once moved from or published
};

}  // namespace guidepost::indexer
