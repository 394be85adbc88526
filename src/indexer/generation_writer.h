// A new generation being built: a directory that vanishes unless it is published.
#pragma once

#include "core/index/index_directory.h"
#include "core/index/manifest.h"
#include "core/result.h"

#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost::indexer {

/// Any error poisons the writer: what was built cannot be trusted (Xapian drops pending documents silently after a failed commit), so let
/// it go out of scope. The caller holds the IndexLock throughout.
class GenerationWriter {
 public:
  static Result<GenerationWriter> begin(const IndexDirectory& directory);

  GenerationWriter(GenerationWriter&& other) noexcept;
  GenerationWriter& operator=(GenerationWriter&&) = delete;
  ~GenerationWriter();

  const std::string& generation() const { return generation_; }

  /// Documents get Xapian's docids 1, 2, 3 ... in the order they are added.
  Result<void> add(const Xapian::Document& document);

  /// A file of the generation, by its name in core/index/generation.h.
  Result<void> write(std::string_view name, std::string_view bytes) const;

  /// Compacts, writes the manifest (`counts` with the rest filled in), verifies everything it wrote, makes it durable and current.
  Result<Manifest> publish(Manifest counts) &&;

 private:
  GenerationWriter(const IndexDirectory& directory, std::string generation,
                   Xapian::WritableDatabase database);

  Result<void> compact();
  Result<Manifest> write_manifest(Manifest manifest) const;

  IndexDirectory directory_;
  std::string generation_;
  std::filesystem::path partial_;  // empty once moved from or published
  Xapian::WritableDatabase database_;
  std::size_t uncommitted_ = 0;
};

}  // namespace guidepost::indexer
