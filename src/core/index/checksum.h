// XXH3-128 in hex: detects damage, not malice.
#pragma once

#include "core/result.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guidepost {

std::string checksum_of(std::string_view bytes);

/// XXH3 of `bytes`, the same on every machine.
struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};
Hash128 hash128(std::string_view bytes);
std::uint64_t hash64(std::string_view bytes);

/// The checksum of what comes in pieces.
class Checksum {
 public:
  Checksum();
  Checksum(const Checksum&) = delete;
  Checksum& operator=(const Checksum&) = delete;
  ~Checksum();
  void add(std::string_view bytes);
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads the file once, in pieces. io_failed when it cannot be read.
Result<std::string> checksum_of_file(const std::filesystem::path& file);

}  // namespace guidepost
