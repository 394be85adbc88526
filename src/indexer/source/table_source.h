// CSV and TSV files with a header line, one document a record.
#pragma once

#include "core/result.h"
#include "indexer/source/csv_reader.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {

/// What stands between the fields: `by_name` a tab in *.tsv, else a comma.
enum class Separator { by_name, tab };

class TableSource : public Source {
 public:
  /// Columns named like the fields of JSON Lines mean them, in any case; `columns` says what others mean (column -> field). What means nothing is
  /// kept as extra. Lists are written between '|' or ';'. bad_usage when a field or column of `columns` is unknown.
  static Result<std::unique_ptr<Source>> open(
      std::vector<std::filesystem::path> files,
      std::vector<std::pair<std::string, std::string>> columns,
      Separator separator = Separator::by_name);

  std::optional<SourceRead> next() override;
  void rewind() override;
  double progress() const override;
  std::vector<std::filesystem::path> files() const override { return files_; }

 private:
  using Columns = std::vector<std::pair<std::string, std::string>>;

  TableSource(std::vector<std::filesystem::path> files, Columns columns, Separator separator)
      : files_(std::move(files)), columns_(std::move(columns)), separator_(separator) {}

  Result<void> begin_file();
  std::optional<SourceItem> item(const CsvReader::Record& record, ProblemList& problems) const;

  std::vector<std::filesystem::path> files_;
  Columns columns_;
  Separator separator_;
  std::size_t at_ = 0;  // the file being read
  std::optional<CsvReader> reader_;
  std::vector<std::string> fields_;  // what each column means; empty: nothing
};

}  // namespace guidepost::indexer
