// The files of the demo site, embedded when the program was built.
#pragma once

#include "server/embedded_file.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace guidepost::server {

struct WebAsset {
  std::string_view bytes;
  std::string_view content_type;
  std::string etag;  // of the bytes, with its quotes
};

class WebAssets {
 public:
  /// The bytes of `files` must outlive it.
  explicit WebAssets(std::span<const EmbeddedFile> files);

  /// The asset, or nullptr. Names have no folders.
  const WebAsset* find(std::string_view name) const;

 private:
  std::map<std::string, WebAsset, std::less<>> assets_;
};

/// The files of web/.
std::span<const EmbeddedFile> web_files();

}  // namespace guidepost::server
