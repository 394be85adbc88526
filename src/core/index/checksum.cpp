#include "core/index/checksum.h"

#include <xxhash.h>

#include <array>
#include <fstream>
#include <memory>

namespace guidepost {
namespace {

std::string hex(XXH128_hash_t hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

}  // namespace

std::string checksum_of(std::string_view bytes) {
  return hex(XXH3_128bits(bytes.data(), bytes.size()));
}

Hash128 hash128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

struct Checksum::State {
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> xxh3{XXH3_createState(), XXH3_freeState};
};

Checksum::Checksum() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->xxh3.get()); }
Checksum::~Checksum() = default;

void Checksum::add(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh3.get(), bytes.data(), bytes.size());
}

std::string Checksum::hex() const {
  return guidepost::hex(XXH3_128bits_digest(state_->xxh3.get()));
}

Result<std::string> checksum_of_file(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  if (!input) {
    return failure(ErrorCode::io_failed, "cannot be read",
                   "check that it exists and its permissions", {file.string(), 0});
  }
  Checksum checksum;
  std::array<char, 1 << 16> buffer{};
  while (input) {
    input.read(buffer.data(), buffer.size());
    checksum.add({buffer.data(), static_cast<std::size_t>(input.gcount())});
  }
  if (!input.eof()) {
    return failure(ErrorCode::io_failed, "cannot be read to its end", "check the disk",
                   {file.string(), 0});
  }
  return checksum.hex();
}

}  // namespace guidepost
