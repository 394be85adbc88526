// Learns from the names and texts of pages (guides, skills, tips) which words keep the same company (latent_index.h).
#pragma once

#include "core/index/catalogue.h"
#include "core/index/latent_index.h"
#include "core/index/manifest.h"
#include "core/index/name_index.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace guidepost::indexer {

/// Of the generation in `path`; empty for more pages than are worth the memory. Follows from the content alone: not from the order
/// of documents, nor from how they lie in segments. index_damaged when a segment cannot be read.
Result<LatentIndex> latent_index_of(const std::filesystem::path& path,
                                    std::span<const ManifestSegment> segments,
                                    std::span<const CatalogueEntry> catalogue,
                                    const NameIndex& titles);

/// What that takes while it learns of so many pages, reckoned for texts of a hundred terms.
std::uint64_t latent_learning_bytes(std::size_t pages);

}  // namespace guidepost::indexer
