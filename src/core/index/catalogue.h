// Every document of a generation by the hash of its id: its number, and a hash of what it was made from.
//
// It finds a document by id, and tells the next run what changed.
#pragma once

#include "core/index/checksum.h"
#include "core/index/mapped_file.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

struct CatalogueEntry {
  Hash128 id;
  std::uint64_t source = 0;    // hash of the item as the source gave it
  std::uint64_t unit = 0;      // hash of the bytes it was read from; 0: they must be read again
  std::uint32_t document = 0;  // number in the generation, from 1
};

/// The file's bytes; sorts the entries by id.
std::string encode_catalogue(std::vector<CatalogueEntry> entries);

/// Immutable; all threads may read.
class Catalogue {
 public:
  /// index_damaged when it is no catalogue.
  static Result<Catalogue> open(const std::filesystem::path& file);

  Catalogue() = default;

  std::size_t size() const;
  /// By hash of the id, ascending.
  CatalogueEntry at(std::size_t index) const;
  /// CatalogueEntry::unit of the same.
  std::uint64_t unit_at(std::size_t index) const;
  /// The place of an id; nothing when it is not there.
  std::optional<std::size_t> find(const Hash128& id) const;

 private:
  explicit Catalogue(MappedFile file) : file_(std::move(file)) {}

  MappedFile file_;
};

}  // namespace guidepost
