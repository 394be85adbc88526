// What documents of a segment are told apart and sorted by: id and folded title, without unpacking the documents.
#pragma once

#include "core/index/blob_array.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

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
  /// Both as they are stored: keys compare as the ids do, and faster than the ids are found.
  std::string_view key(std::uint64_t number) const { return keys_.at(number); }
  /// The first eight bytes of the folded title as a number: titles compare as these do, until they are equal. REQUIRES: number < count().
  std::uint64_t title_beginning(std::uint64_t number) const { return title_beginnings_[number]; }

 private:
  explicit DocumentKeys(BlobArray keys);

  BlobArray keys_;  // id, a zero byte, title: ids hold no control characters
  std::vector<std::uint64_t> title_beginnings_;
};

}  // namespace guidepost
