#include "server/web_assets.h"

#include <xxhash.h>

#include <array>
#include <cstdint>
#include <functional>
#include <utility>

namespace guidepost::server {
namespace {

std::string_view content_type_of(std::string_view name) {
  using Row = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Row, 9> rows{{{".html", "text/html; charset=utf-8"},
                                     {".js", "text/javascript; charset=utf-8"},
                                     {".css", "text/css; charset=utf-8"},
                                     {".svg", "image/svg+xml"},
                                     {".json", "application/json"},
                                     {".txt", "text/plain; charset=utf-8"},
                                     {".png", "image/png"},
                                     {".ico", "image/x-icon"},
                                     {".woff2", "font/woff2"}}};
  for (const auto& [ending, type] : rows) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string etag_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string tag(18, '"');
  for (std::size_t i = 16; i > 0; --i, hash >>= 4) tag[i] = digits[hash & 15];
  return tag;
}

}  // namespace

WebAssets::WebAssets(std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) {
    assets_.emplace(file.name,
                    WebAsset{file.bytes, content_type_of(file.name), etag_of(file.bytes)});
  }
}

const WebAsset* WebAssets::find(std::string_view name) const {
  const auto found = assets_.find(name);
  return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace guidepost::server
