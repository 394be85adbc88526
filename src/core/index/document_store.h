// The display form of every document of a segment, by number: sixteen at a time in one Zstandard frame (RFC 8878).
#pragma once

#include "core/index/blob_array.h"
#include "core/index/stored_document.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_DCtx_s;

namespace guidepost {

/// Documents in a frame. A larger frame packs better, a smaller one is read faster.
inline constexpr std::size_t documents_in_frame = 16;

/// Packs documents into frames. Only the last frame may hold fewer than documents_in_frame: of several packers that feed one file, each but
/// the last must pack a multiple of that.
class DocumentPacker {
 public:
  void add(std::string_view encoded_document);
  /// All frames, the last one closed.
  std::vector<std::string> finish() &&;

 private:
  void close_frame();

  std::string raw_;
  std::size_t in_frame_ = 0;
  std::vector<std::string> frames_;
};

/// Immutable; all threads may read.
class DocumentStore {
 public:
  static Result<DocumentStore> open(const std::filesystem::path& file);

  /// The document with this number, from 0. index_damaged when it cannot be read. Of several documents a DocumentReader reads the next sooner.
  Result<StoredDocument> at(std::uint64_t number) const;

  /// Lets go of the memory that reading has taken.
  void forget() const { frames_.forget(); }

 private:
  friend class DocumentReader;

  explicit DocumentStore(BlobArray frames) : frames_(std::move(frames)) {}

  BlobArray frames_;
};

/// Reads documents one after another, for one thread: those of one frame, which lie beside each other, unpack it once.
class DocumentReader {
 public:
  DocumentReader();

  /// As DocumentStore::at(). `store` must outlive the reader.
  Result<StoredDocument> read(const DocumentStore& store, std::uint64_t number);

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };

  bool unpack(std::string_view frame);

  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  const DocumentStore* store_ = nullptr;  // what raw_ was unpacked from
  std::uint64_t frame_ = 0;
  std::string raw_;
};

}  // namespace guidepost
