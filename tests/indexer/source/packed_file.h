// A file packed with gzip, for tests of what reads packed files.
#pragma once

#include <catch2/catch.hpp>
#include <zlib.h>

#include <filesystem>
#include <string_view>

namespace guidepost::indexer {

inline std::filesystem::path write_packed(const std::filesystem::path& file,
                                          std::string_view text) {
  const gzFile packed = ::gzopen(file.c_str(), "wb");
  REQUIRE(packed != nullptr);
  const int written = ::gzwrite(packed, text.data(), static_cast<unsigned>(text.size()));
  REQUIRE(::gzclose(packed) == Z_OK);
  REQUIRE(written == static_cast<int>(text.size()));
  return file;
}

}  // namespace guidepost::indexer
