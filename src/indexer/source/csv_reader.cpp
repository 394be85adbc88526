#include "indexer/source/csv_reader.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

struct CsvReader::Parts {
  InputFile file;
  CsvDialect dialect;
  std::string name;
  std::vector<std::string> header;
  std::string_view piece;  // of the file, not parsed yet
  std::size_t line = 1;    // of the next character
  bool has_ended = false;

  Parts(InputFile opened, CsvDialect how, std::string file_name)
      : file(std::move(opened)), dialect(how), name(std::move(file_name)) {}

  /// The next character, or nothing at the end.
  Result<std::optional<char>> peek() {
    if (piece.empty() && !has_ended) {
      const auto read = file.read();
      if (!read) return failure(read.error());
      piece = *read;
      has_ended = piece.empty();
    }
    if (piece.empty()) return std::optional<char>();
    return std::optional<char>(piece.front());
  }

  void skip() {
    if (piece.front() == '\n') ++line;
    piece.remove_prefix(1);
  }

  /// Everything up to the end of the line: what follows something that cannot be read.
  Result<void> skip_line() {
    while (true) {
      const auto next = peek();
      if (!next) return failure(next.error());
      if (!*next) return {};
      const bool is_end = **next == '\n';
      skip();
      if (is_end) return {};
    }
  }

  /// One record of any length. True when there was one; a fault is in `fault`.
  Result<bool> parse(Record& record, std::string& fault) {
    record.fields.assign(1, {});
    record.line = line;
    bool is_quoted = false;   // inside quotation marks
    bool was_quoted = false;  // this field had some
    bool has_any = false;
    std::size_t bytes = 0;
    while (true) {
      const auto next = peek();
      if (!next) return failure(next.error());
      if (!*next) {
        if (is_quoted) fault = "a quotation mark is not closed";
        break;
      }
      const char c = **next;
      has_any = true;
      if (++bytes > most_record_bytes) {
        fault = is_quoted ? "a quotation mark is not closed" : "the record is too long";
        if (auto skipped = skip_line(); !skipped) return failure(skipped.error());
        break;
      }
      std::string& field = record.fields.back();
      skip();
      if (is_quoted) {
        if (c != '"') {
          if (c != '\r') field += c;
          continue;
        }
        const auto after = peek();
        if (!after) return failure(after.error());
        if (*after == '"') {
          field += '"';
          skip();
        } else {
          is_quoted = false;
        }
      } else if (c == '"' && dialect.quotes && field.empty() && !was_quoted) {
        is_quoted = was_quoted = true;
      } else if (c == dialect.separator) {
        record.fields.emplace_back();
        was_quoted = false;
      } else if (c == '\n') {
        break;
      } else if (c != '\r') {
        field += c;
      }
    }
    return has_any;
  }
};

CsvReader::CsvReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

Result<CsvReader> CsvReader::open(const std::filesystem::path& file, CsvDialect dialect) {
  auto opened = InputFile::open(file);
  if (!opened) return failure(opened.error());
  auto parts = std::make_unique<Parts>(std::move(*opened), dialect, file.string());
  Record record;
  std::string fault;
  const auto parsed = parts->parse(record, fault);
  if (!parsed) return failure(parsed.error());
  std::string& first = record.fields.front();
  if (first.starts_with(byte_order_mark)) first.erase(0, byte_order_mark.size());
  if (!*parsed || !fault.empty() || (record.fields.size() == 1 && first.empty())) {
    return failure(ErrorCode::bad_input, "has no header line",
                   "write the names of the columns in the first line", {file.string(), 1});
  }
  parts->header = std::move(record.fields);
  return CsvReader(std::move(parts));
}

const std::vector<std::string>& CsvReader::header() const { return parts_->header; }

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
  const auto& header = parts_->header;
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

CsvReader::Step CsvReader::next(Record& record, ProblemList& problems) {
  while (true) {
    std::string fault;
    const auto parsed = parts_->parse(record, fault);
    if (!parsed) {
      parts_->has_ended = true;
      parts_->piece = {};
      problems.error(parsed.error());
      return Step::rejected;
    }
    if (!*parsed) return Step::end;
    if (fault.empty() && record.fields.size() == 1 && record.fields.front().empty()) continue;
    const std::size_t wanted = parts_->header.size();
    if (fault.empty() && record.fields.size() != wanted) {
      fault = "the record has " + std::to_string(record.fields.size()) + " fields, the header " +
              std::to_string(wanted);
    }
    if (fault.empty()) return Step::record;
    problems.error(record.line, fault, "mend the record");
    return Step::rejected;
  }
}

double CsvReader::progress() const { return parts_->file.progress(); }

}  // namespace guidepost::indexer
