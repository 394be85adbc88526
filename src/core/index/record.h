// The bytes of our own files: numbers little-endian, texts and lists behind their length.
//
// What is read back may be damaged or hostile: a reader never goes past the end, and says so once, at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class RecordWriter {
 public:
  void u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void f64(double value);
  void text(std::string_view value);
  void texts(const std::vector<std::string>& values);
  void u32s(const std::vector<std::uint32_t>& values);
  void u64s(const std::vector<std::uint64_t>& values);

  const std::string& bytes() const& { return bytes_; }
  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// After the first value that does not fit in the bytes, every read gives zero or an empty text, and ok() is false for good.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t u8();
  std::uint32_t u32();
  std::uint64_t u64();
  double f64();
  std::string text();
  std::vector<std::string> texts();
  std::vector<std::uint32_t> u32s();
  std::vector<std::uint64_t> u64s();

  /// A count of things that take at least `least_bytes` each: larger ones cannot be true and fail, so no count reserves more
  /// memory than the bytes could fill.
  std::size_t count(std::size_t least_bytes);

  bool ok() const { return ok_; }
  /// ok(), and nothing is left over.
  bool finished() const { return ok_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size);

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace guidepost
