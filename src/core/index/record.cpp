#include "core/index/record.h"

#include <bit>

namespace guidepost {
namespace {

template <typename Number>
void append_little_endian(std::string& bytes, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  }
}

template <typename Number>
Number read_little_endian(std::string_view bytes) {
  Number value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i]));
    value = static_cast<Number>(value | (byte << (8 * i)));
  }
  return value;
}

}  // namespace

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
  for (const std::uint32_t value : values) u32(value);
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

std::uint8_t RecordReader::u8() { return read_little_endian<std::uint8_t>(take(1)); }
std::uint32_t RecordReader::u32() { return read_little_endian<std::uint32_t>(take(4)); }
std::uint64_t RecordReader::u64() { return read_little_endian<std::uint64_t>(take(8)); }
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
  for (std::size_t i = 0; i < size; ++i) values.push_back(u32());
  return values;
}

}  // namespace guidepost
