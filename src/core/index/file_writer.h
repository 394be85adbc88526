// A new file written front to back through a buffer.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

/// After the first failure nothing more is written; finish() says what it was. Not durable: that is sync_tree()'s work, once for a generation.
class FileWriter {
 public:
  static Result<FileWriter> create(const std::filesystem::path& file);

  FileWriter(FileWriter&& other) noexcept;
  FileWriter& operator=(FileWriter&&) = delete;
  ~FileWriter();

  void append(std::string_view bytes);
  std::uint64_t size() const { return size_; }

  /// Writes out what is buffered and closes. io_failed when anything could not be written.
  Result<void> finish();

 private:
  FileWriter(std::filesystem::path file, int descriptor)
      : file_(std::move(file)), descriptor_(descriptor) {}
  void flush();

  std::filesystem::path file_;
  int descriptor_;
  int failed_ = 0;  // errno of the first failure
  std::string buffer_;
  std::uint64_t size_ = 0;
};

}  // namespace guidepost
