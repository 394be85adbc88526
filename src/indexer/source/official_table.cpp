#include "indexer/source/official_table.h"

#include "core/text/utf8.h"
#include "indexer/source/single_spaced.h"

#include <algorithm>
#include <system_error>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_text_bytes = 100'000;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20U && c != '\n') || byte == 0x7fU;
}

/// Where the table's columns stand in the file.
Result<std::vector<std::size_t>> places_of(const OfficialTable& table, const CsvReader& reader,
                                           const std::filesystem::path& file) {
  std::vector<std::size_t> places;
  for (const std::string_view column : table.columns) {
    if (column.empty()) break;
    const auto place = reader.column(column);
    if (!place) {
      return failure(ErrorCode::bad_input, "has no column `" + std::string(column) + "`",
                     "use the file as the publisher offers it", {file.string(), 1});
    }
    places.push_back(*place);
  }
  return places;
}

}  // namespace

std::optional<std::filesystem::path> find_table(const std::filesystem::path& directory,
                                                const std::string& name) {
  std::error_code error;
  for (const std::string& candidate : {name, name + ".gz"}) {
    if (std::filesystem::is_regular_file(directory / candidate, error)) {
      return directory / candidate;
    }
  }
  return std::nullopt;
}

Result<void> check_table(const std::filesystem::path& file, CsvDialect dialect,
                         const OfficialTable& table) {
  const auto reader = CsvReader::open(file, dialect);
  if (!reader) return failure(reader.error());
  const auto places = places_of(table, *reader, file);
  if (!places) return failure(places.error());
  return {};
}

Result<void> read_table(const std::filesystem::path& file, CsvDialect dialect,
                        const OfficialTable& table, ProblemList& problems,
                        const std::function<void(const OfficialRecord&)>& take) {
  auto reader = CsvReader::open(file, dialect);
  if (!reader) return failure(reader.error());
  const auto places = places_of(table, *reader, file);
  if (!places) return failure(places.error());
  CsvReader::Record record;
  while (true) {
    const CsvReader::Step step = reader->next(record, problems);
    if (step == CsvReader::Step::end) return {};
    if (step == CsvReader::Step::record) take(OfficialRecord(record, *places));
  }
}

std::string tidy_text(std::string_view text) {
  std::string tidy = clean_utf8(text, most_text_bytes);
  std::replace_if(tidy.begin(), tidy.end(), is_control, ' ');
  const std::size_t begin = tidy.find_first_not_of(" \n");
  if (begin == std::string::npos) return {};
  tidy.erase(tidy.find_last_not_of(" \n") + 1);
  tidy.erase(0, begin);
  return tidy;
}

std::string tidy_line(std::string_view text) { return single_spaced(tidy_text(text)); }

}  // namespace guidepost::indexer
