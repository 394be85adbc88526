// Anybody's Markdown: every *.md, *.markdown and *.mdx below a folder is a guide of its own, whatever its front matter.
//
// The page's title is its front matter's, else its first heading of level 1, else its first heading, else the name of its file. Its language is
// its front matter's, else that of its path (page_language.h), else English. For our own format, which checks what it reads, see
// markdown_source.h.
#pragma once

#include "core/result.h"
#include "indexer/source/page_files.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

class PageTreeSource : public Source {
 public:
  /// Lists the files (list_page_files()); they are read by next(), one at a time, packed ones too. A folder that cannot be listed is a read
  /// without an item.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& root);

  std::optional<SourceRead> next() override;
  void rewind() override { next_ = 0; }
  double progress() const override;
  std::vector<std::filesystem::path> files() const override;

 private:
  explicit PageTreeSource(PageFiles files) : files_(std::move(files)) {}

  std::size_t size() const { return files_.unread.size() + files_.files.size(); }

  PageFiles files_;
  std::size_t next_ = 0;
};

/// The page that `bytes` are; nothing when `problems` holds an error (nothing in it, not text, nested too deeply). What is not UTF-8 is
/// read as spaces, with a warning.
std::optional<Guide> read_page(const PageFile& file, std::string_view bytes, ProblemList& problems);

}  // namespace guidepost::indexer
