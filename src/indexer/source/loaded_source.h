// A publisher's data set that is read whole, because its tables only make sense together: ESCO, O*NET. Its size is that of a vocabulary, whatever
// the site has.
#pragma once

#include "core/result.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace guidepost::indexer {

/// What loading left out, and why.
class LoadReport {
 public:
  /// As many as a run lists: every record beyond them is counted, but nobody would see its problem.
  static constexpr std::size_t most_of_a_table = 1000;

  /// Of one table: every error of `problems` is a record that was left out.
  void add(ProblemList problems);
  void add(Error error);

  std::size_t rejected() const { return rejected_; }

  /// Of the read with this number; those below rejected() have an error. Warnings are about the data as a whole and come first.
  std::vector<Problem> problems_at(std::size_t place) const;

 private:
  std::vector<Problem> errors_;
  std::vector<Problem> warnings_;
  std::size_t rejected_ = 0;
};

class LoadedSource : public Source {
 public:
  explicit LoadedSource(std::vector<std::filesystem::path> files) : files_(std::move(files)) {}

  /// First a read without an item for every record that was left out, then the items.
  std::optional<SourceRead> next() final;
  void rewind() final { next_ = 0; }
  double progress() const final;
  std::vector<std::filesystem::path> files() const final { return files_; }

 protected:
  /// Reads everything, once, at the first next(). A file that cannot be used at all is an Error; broken records go to `report`.
  virtual Result<std::vector<SourceItem>> load(LoadReport& report) = 0;

 private:
  void load_once();
  std::size_t size() const { return report_.rejected() + items_.size(); }

  std::vector<std::filesystem::path> files_;
  bool is_loaded_ = false;
  LoadReport report_;
  std::vector<SourceItem> items_;
  std::size_t next_ = 0;
};

}  // namespace guidepost::indexer
