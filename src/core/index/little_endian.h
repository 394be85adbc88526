// Numbers as bytes, lowest first, whatever the machine.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace guidepost {

template <std::unsigned_integral Number>
constexpr Number little_endian(Number value) {
  if constexpr (std::endian::native == std::endian::little) {
    return value;
  } else {
    Number turned = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      turned = static_cast<Number>(
          turned | (((value >> (8 * i)) & 0xffU) << (8 * (sizeof(Number) - 1 - i))));
    }
    return turned;
  }
}

template <std::unsigned_integral Number>
void append_little_endian(std::string& bytes, Number value) {
  const Number stored = little_endian(value);
  char copy[sizeof(Number)];
  std::memcpy(copy, &stored, sizeof(Number));
  bytes.append(copy, sizeof(Number));
}

template <std::unsigned_integral Number>
void append_little_endian(std::string& bytes, std::span<const Number> values) {
  if constexpr (std::endian::native == std::endian::little) {
    const std::size_t before = bytes.size();
    bytes.resize(before + values.size_bytes());
    if (!values.empty()) std::memcpy(bytes.data() + before, values.data(), values.size_bytes());
  } else {
    for (const Number value : values) append_little_endian(bytes, value);
  }
}

/// REQUIRES: at + sizeof(Number) <= bytes.size().
template <std::unsigned_integral Number>
Number read_little_endian(std::string_view bytes, std::size_t at) {
  Number value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof(Number));
  return little_endian(value);
}

inline std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  return read_little_endian<std::uint32_t>(bytes, at);
}
inline std::uint64_t read_u64(std::string_view bytes, std::size_t at) {
  return read_little_endian<std::uint64_t>(bytes, at);
}

}  // namespace guidepost
