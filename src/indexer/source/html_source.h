// Saved pages, or the build folder of a site: every *.html and *.htm below a folder is a guide of its own.
#pragma once

#include "core/result.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace guidepost::indexer {

class HtmlSource : public Source {
 public:
  /// Lists the files; they are read by next(), one at a time, packed ones too. A page's id is its path without the extension, of an index.html its
  /// folder's. Names that begin with a dot and symbolic links are left out. io_failed when `root` cannot be read, bad_input when there is no page.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& root);

  std::optional<SourceRead> next() override;
  void rewind() override { next_ = 0; }
  double progress() const override {
    return files_.empty() ? 1 : static_cast<double>(next_) / static_cast<double>(files_.size());
  }
  std::vector<std::filesystem::path> files() const override { return files_; }

 private:
  HtmlSource(std::filesystem::path root, std::vector<std::filesystem::path> files)
      : root_(std::move(root)), files_(std::move(files)) {}

  std::filesystem::path root_;  // empty when it is a file itself
  std::vector<std::filesystem::path> files_;
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
