// A table of a publisher (ESCO, O*NET), found by its official name, packed or not, with the columns it must have.
#pragma once

#include "indexer/source/csv_reader.h"

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

struct OfficialTable {
  static constexpr std::size_t most_columns = 9;

  std::string_view name;
  std::array<std::string_view, most_columns> columns;  // those that are read; empty behind the last
};

/// `directory/name` or `directory/name.gz`; nothing when neither is there.
std::optional<std::filesystem::path> find_table(const std::filesystem::path& directory,
                                                const std::string& name);

/// Reads the header only. bad_input when there is none, or a column is missing.
Result<void> check_table(const std::filesystem::path& file, CsvDialect dialect,
                         const OfficialTable& table);

/// One record by the columns of its table.
class OfficialRecord {
 public:
  OfficialRecord(const CsvReader::Record& record, const std::vector<std::size_t>& columns)
      : record_(record), columns_(columns) {}
  /// Of the column at this place of the OfficialTable.
  const std::string& operator[](std::size_t place) const { return record_.fields[columns_[place]]; }
  std::size_t size() const { return columns_.size(); }
  std::size_t line() const { return record_.line; }

 private:
  const CsvReader::Record& record_;
  const std::vector<std::size_t>& columns_;
};

/// Reads a table to its end. Errors are those of check_table(). Broken records go to `problems` and are passed over.
Result<void> read_table(const std::filesystem::path& file, CsvDialect dialect,
                        const OfficialTable& table, ProblemList& problems,
                        const std::function<void(const OfficialRecord&)>& take);

/// Valid UTF-8 on one line, without white space around it.
std::string tidy_line(std::string_view text);

/// The same with the lines kept.
std::string tidy_text(std::string_view text);

}  // namespace guidepost::indexer
