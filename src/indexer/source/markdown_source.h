// A directory of guides and tips in Markdown: guides/*.md, then tips/*.md, each sorted by name, packed ones (*.md.gz) too. One file
// is in memory at a time.
#pragma once

#include "core/model/vocabulary.h"
#include "core/result.h"
#include "indexer/source/item_fields.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::indexer {

class MarkdownSource : public Source {
 public:
  /// Lists the files; they are read by next(). io_failed when `corpus` is no directory or cannot be read, bad_input when it holds
  /// neither a guide nor a tip. `vocabulary` must outlive the source: what a file refers to is checked against it. Files whose name
  /// begins with a dot are left alone.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& corpus,
                                              const Vocabulary& vocabulary);

  std::optional<SourceRead> next() override;
  void rewind() override { next_ = 0; }
  double progress() const override;
  std::vector<std::filesystem::path> files() const override;

 private:
  enum class Kind { guide, tip };
  struct File {
    std::filesystem::path path;
    Kind kind;
  };

  MarkdownSource(std::vector<File> files, KnownIds known);

  static Result<void> list(const std::filesystem::path& directory, Kind kind,
                           std::vector<File>& files);
  std::optional<SourceItem> read(const File& file, ProblemList& problems) const;

  std::vector<File> files_;
  KnownIds known_;
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
