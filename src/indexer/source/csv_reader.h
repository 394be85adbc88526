// Tables with a header line, record by record: RFC 4180 with any separator, or plain fields between tabs.
#pragma once

#include "core/result.h"
#include "indexer/source/input_file.h"
#include "indexer/source/problem_list.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// How fields are told apart. Without `quotes` a quotation mark is a character like any other, and a record is a line.
struct CsvDialect {
  char separator = ',';
  bool quotes = true;
};

/// One thread at a time. Memory is bounded by the largest record.
class CsvReader {
 public:
  /// A longer record is left out: most likely a quotation mark was never closed.
  static constexpr std::size_t most_record_bytes = 1'000'000;

  struct Record {
    std::vector<std::string> fields;  // as many as the header has
    std::size_t line = 0;             // where it begins
  };

  /// Reads the header. bad_input when there is none.
  static Result<CsvReader> open(const std::filesystem::path& file, CsvDialect dialect);

  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  const std::vector<std::string>& header() const;
  /// The column with exactly this name.
  std::optional<std::size_t> column(std::string_view name) const;

  enum class Step { record, rejected, end };

  /// The next record, or a problem about it (too few or too many fields, too long, not closed, unreadable). Empty lines are passed over.
  Step next(Record& record, ProblemList& problems);

  /// Share of the file that was read, 0 to 1.
  double progress() const;

 private:
  struct Parts;
  explicit CsvReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace guidepost::indexer
