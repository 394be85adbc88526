// A file mapped for reading. Nothing of it is read until it is touched, and all threads and processes share its pages.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace guidepost {

/// Stays valid when the file is deleted. The file must not be shortened while it is mapped: generations are immutable.
class MappedFile {
 public:
  /// io_failed when it cannot be opened or is no regular file.
  static Result<MappedFile> open(const std::filesystem::path& file);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  /// Lives as long as the mapping, at the same address even when it is moved.
  std::string_view bytes() const { return {data_, size_}; }

  /// Lets go of the memory that reading has taken; the bytes are read from the file again when they are touched.
  void forget() const;

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace guidepost
