// Saved pages, or the build folder of a site: every *.html and *.htm below a folder is a guide of its own.
//
// A page's language is that of its <html>, else that of its path (page_language.h), else English.
#pragma once

#include "core/result.h"
#include "indexer/source/page_files.h"
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
  /// folder's; where two files would have one id, one of them keeps more of its path. Left out: names that begin with a dot, folders `node_modules`, and
  /// what a symbolic link leads to. A folder that cannot be listed is a read without an item. io_failed when `root` cannot be read, bad_input when
  /// there is no page.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& root);

  std::optional<SourceRead> next() override;
  void rewind() override { next_ = 0; }
  double progress() const override;
  std::vector<std::filesystem::path> files() const override;

 private:
  explicit HtmlSource(PageFiles files) : files_(std::move(files)) {}

  std::size_t size() const { return files_.unread.size() + files_.files.size(); }

  PageFiles files_;
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
