// A file of many short byte strings, found by number: the one format below documents, token streams and keys.
//
//   payload of all blobs | where each ends: u32 within its group of 256 | where each group begins: u64 | count u64 | payload size u64
#pragma once

#include "core/index/file_writer.h"
#include "core/index/mapped_file.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace guidepost {

class BlobArrayWriter {
 public:
  static Result<BlobArrayWriter> create(const std::filesystem::path& file);

  void append(std::string_view blob);
  std::uint64_t count() const { return ends_.size(); }

  /// io_failed when anything could not be written.
  Result<void> finish();

 private:
  explicit BlobArrayWriter(FileWriter file) : file_(std::move(file)) {}

  FileWriter file_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint64_t> groups_;
};

/// Immutable; all threads may read.
class BlobArray {
 public:
  /// index_damaged when the file is not what a writer wrote; offsets are checked at each at().
  static Result<BlobArray> open(const std::filesystem::path& file);

  std::uint64_t count() const { return count_; }

  /// Empty for a number there is not, and where offsets are damaged. Lives as long as the array.
  std::string_view at(std::uint64_t number) const;

  void forget() const { file_.forget(); }

 private:
  std::uint64_t end_of(std::uint64_t number) const;

  MappedFile file_;
  std::uint64_t count_ = 0;
  std::uint64_t payload_ = 0;
};

}  // namespace guidepost
