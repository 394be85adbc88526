#include "indexer/source/table_source.h"

#include "indexer/source/file_ending.h"
#include "indexer/source/flat_item.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 13> known_fields{
    "id",     "type",  "title",    "section", "body",   "guide", "url",
    "family", "level", "language", "aliases", "skills", "kind"};

/// What people call a title or a text when nobody told them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> usual_names{
    {{"name", "title"},
     {"label", "title"},
     {"description", "body"},
     {"text", "body"},
     {"content", "body"}}};

bool is_known(std::string_view field) {
  return std::find(known_fields.begin(), known_fields.end(), field) != known_fields.end();
}

std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> entries;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of("|;"), cell.size());
    entries.emplace_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return entries;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// What each column of the header means.
Result<std::vector<std::string>> meanings(
    const std::vector<std::string>& header,
    const std::vector<std::pair<std::string, std::string>>& columns, const std::string& file) {
  std::vector<std::string> fields(header.size());
  for (const auto& [column, field] : columns) {
    const auto place = std::find(header.begin(), header.end(), column);
    if (place == header.end()) {
      return failure(ErrorCode::bad_usage, "there is no column " + column,
                     "the columns are " + listed(header), {file, 1});
    }
    fields[static_cast<std::size_t>(place - header.begin())] = field;
  }
  const auto is_taken = [&](std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = lower_case(header[i]);
    if (fields[i].empty() && is_known(name) && !is_taken(name)) fields[i] = name;
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    for (const auto& [name, field] : usual_names) {
      if (fields[i].empty() && lower_case(header[i]) == name && !is_taken(field)) fields[i] = field;
    }
  }
  return fields;
}

void set(FlatItem& flat, std::string_view field, const std::string& cell) {
  for (const auto& [name, text] : {std::pair<std::string_view, std::string*>{"id", &flat.id},
                                   {"type", &flat.type},
                                   {"title", &flat.title},
                                   {"section", &flat.section},
                                   {"body", &flat.body},
                                   {"guide", &flat.guide},
                                   {"url", &flat.url},
                                   {"family", &flat.family},
                                   {"language", &flat.language},
                                   {"kind", &flat.kind}}) {
    if (field == name) *text = cell;
  }
  if (field == "level") flat.levels = list_of(cell);
  if (field == "aliases") flat.aliases = list_of(cell);
  if (field != "skills") return;
  for (std::string& skill : list_of(cell)) flat.skills.push_back({std::move(skill), 3});
}

CsvDialect dialect_of(const std::filesystem::path& file, Separator separator) {
  const std::string name = lower_case(file.filename().string());
  const bool has_tabs = separator == Separator::tab || without_gz(name).ends_with(".tsv");
  return {has_tabs ? '\t' : ',', true};
}

}  // namespace

Result<std::unique_ptr<Source>> TableSource::open(std::vector<std::filesystem::path> files,
                                                  Columns columns, Separator separator) {
  for (const auto& [column, field] : columns) {
    if (is_known(field)) continue;
    std::vector<std::string> names(known_fields.begin(), known_fields.end());
    return failure(ErrorCode::bad_usage, "there is no field " + field,
                   "map " + column + " to one of " + listed(names));
  }
  for (const std::filesystem::path& file : files) {
    const auto reader = CsvReader::open(file, dialect_of(file, separator));
    if (!reader) return failure(reader.error());
    const auto fields = meanings(reader->header(), columns, file.string());
    if (!fields) return failure(fields.error());
    if (std::find(fields->begin(), fields->end(), "id") == fields->end()) {
      return failure(
          ErrorCode::bad_input, "has no column `id`",
          "say which one it is with --map COLUMN=id; the columns are " + listed(reader->header()),
          {file.string(), 1});
    }
  }
  return std::unique_ptr<Source>(new TableSource(std::move(files), std::move(columns), separator));
}

void TableSource::rewind() {
  at_ = 0;
  reader_.reset();
}

double TableSource::progress() const {
  if (files_.empty()) return 1;
  const double within = reader_ ? reader_->progress() : 0;
  return (static_cast<double>(at_) + within) / static_cast<double>(files_.size());
}

Result<void> TableSource::begin_file() {
  auto reader = CsvReader::open(files_[at_], dialect_of(files_[at_], separator_));
  if (!reader) return failure(reader.error());
  auto fields = meanings(reader->header(), columns_, files_[at_].string());
  if (!fields) return failure(fields.error());
  reader_.emplace(std::move(*reader));
  fields_ = std::move(*fields);
  return {};
}

std::optional<SourceItem> TableSource::item(const CsvReader::Record& record,
                                            ProblemList& problems) const {
  FlatItem flat;
  flat.line = record.line;
  nlohmann::ordered_json extra = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (!fields_[i].empty()) {
      set(flat, fields_[i], record.fields[i]);
    } else if (!record.fields[i].empty()) {
      extra[reader_->header()[i]] = record.fields[i];
    }
  }
  if (!extra.empty()) {
    flat.extra = extra.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  return item_of(std::move(flat), problems);
}

std::optional<SourceRead> TableSource::next() {
  while (at_ < files_.size()) {
    ProblemList problems(files_[at_].string());
    SourceRead read;
    if (!reader_) {
      if (auto begun = begin_file(); !begun) {
        ++at_;
        return SourceRead{std::nullopt, {{Severity::error, begun.error()}}};
      }
    }
    CsvReader::Record record;
    switch (reader_->next(record, problems)) {
      case CsvReader::Step::end:
        reader_.reset();
        ++at_;
        continue;
      case CsvReader::Step::record:
        read.item = item(record, problems);
        break;
      case CsvReader::Step::rejected:
        break;
    }
    if (problems.rejected()) read.item.reset();
    read.problems = std::move(problems).take();
    return read;
  }
  return std::nullopt;
}

}  // namespace guidepost::indexer
