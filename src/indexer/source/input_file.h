// A file read front to back in pieces, unpacked when its bytes say that it is gzip (RFC 1952), whatever its name says.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guidepost::indexer {

/// One thread at a time.
class InputFile {
 public:
  /// io_failed when it cannot be opened or is no regular file.
  static Result<InputFile> open(const std::filesystem::path& path);

  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) noexcept;
  ~InputFile();

  /// The next bytes, at most `most`; empty at the end, and ever after. io_failed when it cannot be read; bad_input when gzip data is damaged
  /// or ends too early. The view holds until the next call.
  Result<std::string_view> read(std::size_t most = 64 * 1024);

  /// Share of the file's (packed) bytes that was read, 0 to 1.
  double progress() const;

 private:
  struct Parts;
  explicit InputFile(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// The whole of a small file, unpacked; bad_input when it has more than `max_bytes` unpacked (a gzip bomb among them).
Result<std::string> read_input(const std::filesystem::path& path, std::size_t max_bytes);

/// Lines of an InputFile, without their ends ("\n", "\r\n"). A byte order mark before the first line is passed over.
class LineReader {
 public:
  struct Line {
    std::string_view text;     // until the next call; empty when it is too long
    std::size_t number = 0;    // from 1
    bool is_too_long = false;  // the rest of the line was passed over
  };

  LineReader(InputFile file, std::size_t max_bytes);
  LineReader(LineReader&&) noexcept;
  ~LineReader();

  /// The next line; `false` at the end, and ever after.
  Result<bool> next(Line& line);

  double progress() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace guidepost::indexer
