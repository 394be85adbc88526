// What documents of a segment are told apart and sorted by: id and folded title, without unpacking the documents.
#pragma once

#include "core/index/blob_array.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

/// One entry of the file.
std::string encode_key(std::string_view id, std::string_view folded_title);

/// Immutable; all threads may read.
class DocumentKeys {
 public:
  static Result<DocumentKeys> open(const std::filesystem::path& file);

  std::uint64_t count() const { return keys_.count(); }

  /// Of the document with this number, from 0; empty where it is damaged.
  std::string_view id(std::uint64_t number) const;
  std::string_view folded_title(std::uint64_t number) const;

 private:
  explicit DocumentKeys(BlobArray keys) : keys_(std::move(keys)) {}

  BlobArray keys_;  // id, a zero byte, title: ids hold no control characters
};

}  // namespace guidepost
