// The skill vocabulary, skills.yaml, packed or not: one read an entry.
//
// Whether two skills share a name can only be said with all of them at hand, so the file is read whole when it is opened.
#pragma once

#include "core/result.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace guidepost::indexer {

class SkillsSource : public Source {
 public:
  /// io_failed when there is no such file or it cannot be read. A file that is no list of entries is one read with its error. Of two
  /// skills that share an id, a label or an alias the first keeps it and the second is rejected.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& file);

  std::optional<SourceRead> next() override;
  void rewind() override;
  double progress() const override;
  std::vector<std::filesystem::path> files() const override { return {file_}; }

 private:
  SkillsSource(std::filesystem::path file, std::vector<SourceRead> reads);

  std::filesystem::path file_;
  std::vector<SourceRead> reads_;  // those before next_ are handed out
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
