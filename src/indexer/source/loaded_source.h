// A publisher's data set that is read whole, because its tables only make sense together: ESCO, O*NET. Its size is that of a vocabulary, whatever
// the site has.
#pragma once

#include "core/result.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <vector>

namespace guidepost::indexer {

class LoadedSource : public Source {
 public:
  explicit LoadedSource(std::vector<std::filesystem::path> files) : files_(std::move(files)) {}

  std::optional<SourceRead> next() final;
  void rewind() final { next_ = 0; }
  double progress() const final;
  std::vector<std::filesystem::path> files() const final { return files_; }

 protected:
  /// Reads everything, once, at the first next(). A file that cannot be used at all is an Error; broken records are problems.
  virtual Result<std::vector<SourceItem>> load(std::vector<Problem>& problems) = 0;

 private:
  void load_once();

  std::vector<std::filesystem::path> files_;
  bool is_loaded_ = false;
  std::vector<SourceRead> reads_;
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
