#include "core/index/record.h"

#include "core/index/little_endian.h"

#include <bit>

namespace guidepost {
void RecordWriter::u32(std::uint32_t value) { append_little_endian(bytes_, value); }
void RecordWriter::u64(std::uint64_t value) { append_little_endian(bytes_, value); }
void RecordWriter::f64(double value) { u64(std::bit_cast<std::uint64_t>(value)); }

void RecordWriter::text(std::string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  bytes_ += value;
}

void RecordWriter::texts(const std::vector<std::string>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (const std::string& value : values) text(value);
}

void RecordWriter::u32s(const std::vector<std::uint32_t>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  append_little_endian(bytes_, std::span<const std::uint32_t>(values));
}

void RecordWriter::u64s(const std::vector<std::uint64_t>& values) {
  u32(static_cast<std::uint32_t>(values.size()));
  for (const std::uint64_t value : values) u64(value);
}

std::string_view RecordReader::take(std::size_t size) {
  if (!ok_ || size > rest_.size()) {
    ok_ = false;
    return {};
  }
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint8_t RecordReader::u8() {
  const std::string_view bytes = take(1);
  return bytes.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(bytes[0]);
}
std::uint32_t RecordReader::u32() {
  const std::string_view bytes = take(4);
  return bytes.empty() ? 0 : read_u32(bytes, 0);
}
std::uint64_t RecordReader::u64() {
  const std::string_view bytes = take(8);
  return bytes.empty() ? 0 : read_u64(bytes, 0);
}
double RecordReader::f64() { return std::bit_cast<double>(u64()); }
std::string RecordReader::text() { return std::string(take(u32())); }

std::size_t RecordReader::count(std::size_t least_bytes) {
  const std::size_t claimed = u32();
  if (least_bytes != 0 && claimed > rest_.size() / least_bytes) ok_ = false;
  return ok_ ? claimed : 0;
}

std::vector<std::string> RecordReader::texts() {
  const std::size_t size = count(sizeof(std::uint32_t));
  std::vector<std::string> values;
  values.reserve(size);
  for (std::size_t i = 0; i < size; ++i) values.push_back(text());
  return values;
}

std::vector<std::uint32_t> RecordReader::u32s() {
  const std::size_t size = count(sizeof(std::uint32_t));
  std::vector<std::uint32_t> values;
  values.reserve(size);
  const std::string_view bytes = take(size * sizeof(std::uint32_t));
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(std::uint32_t)) {
    values.push_back(read_u32(bytes, i));
  }
  return values;
}

std::vector<std::uint64_t> RecordReader::u64s() {
  std::vector<std::uint64_t> values(count(sizeof(std::uint64_t)));
  for (std::uint64_t& value : values) value = u64();
  return values;
}

}  // namespace guidepost
