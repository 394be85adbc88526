#include "indexer/source_format.h"

#include "indexer/corpus_signs.h"
#include "indexer/source/esco_source.h"
#include "indexer/source/file_ending.h"
#include "indexer/source/html_source.h"
#include "indexer/source/jsonl_source.h"
#include "indexer/source/markdown_source.h"
#include "indexer/source/onet_source.h"
#include "indexer/source/page_tree_source.h"
#include "indexer/source/skills_source.h"
#include "indexer/source/table_source.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats_hint =
    "name one with --format: guide, markdown, jsonl, csv, tsv, html, esco or onet";

struct Ending {
  std::string_view text;
  SourceFormat format;
};
constexpr std::array endings{
    Ending{".jsonl", SourceFormat::jsonl},  Ending{".ndjson", SourceFormat::jsonl},
    Ending{".csv", SourceFormat::table},    Ending{".tsv", SourceFormat::table},
    Ending{".md", SourceFormat::markdown},  Ending{".markdown", SourceFormat::markdown},
    Ending{".mdx", SourceFormat::markdown}, Ending{".html", SourceFormat::html},
    Ending{".htm", SourceFormat::html},
};

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool is_there_packed_or_not(const fs::path& directory, const std::string& name) {
  return is_there(directory / name) || is_there(directory / (name + ".gz"));
}

/// By the end of the name; ".gz" does not count.
std::optional<SourceFormat> format_by_name(const std::string& name) {
  const std::string plain = lower_case(without_gz(name));
  for (const Ending& ending : endings) {
    if (plain.ends_with(ending.text)) return ending.format;
  }
  return std::nullopt;
}

bool is_archive(const std::string& name) {
  constexpr std::array<std::string_view, 4> archive_endings{".tar", ".tar.gz", ".tgz", ".zip"};
  const std::string lower = lower_case(name);
  return std::any_of(archive_endings.begin(), archive_endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// The queries that a new generation must answer lie beside what is indexed.
bool is_golden(const fs::recursive_directory_iterator& at) {
  return at.depth() == 0 && at->path().filename() == "golden.jsonl";
}

bool has_esco(const fs::path& directory) {
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with("occupations_") && name.find(".csv") != std::string::npos) return true;
  }
  return false;
}

/// A site's build folder holds a stray README, a documentation tree a stray HTML file: the most frequent kind wins.
std::optional<SourceFormat> format_of_tree(const fs::path& directory) {
  constexpr std::array choices{SourceFormat::jsonl, SourceFormat::table, SourceFormat::markdown,
                               SourceFormat::html};
  constexpr std::size_t most_entries = 100'000;
  std::array<std::size_t, choices.size()> counts{};
  std::size_t entries = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator at(directory, error), end;
       !error && at != end && ++entries < most_entries; at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    if (is_golden(at)) continue;
    const auto format = format_by_name(at->path().filename().string());
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (format == choices[i]) ++counts[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most == 0) return std::nullopt;
  return choices[static_cast<std::size_t>(most - counts.begin())];
}

/// The files of a directory whose names say that they have the format, or the file itself; sorted.
Result<std::vector<fs::path>> files_of_format(const fs::path& path, SourceFormat format) {
  const SourceFormat by_name = format == SourceFormat::tsv ? SourceFormat::table : format;
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) {
      at.disable_recursion_pending();
    } else if (!is_golden(at) && format_by_name(name) == by_name && at->is_regular_file(error)) {
      files.push_back(at->path());
    }
  }
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be read: " + error.message(),
                   "check its permissions", {path.string(), 0});
  }
  if (files.empty()) {
    return failure(ErrorCode::bad_input,
                   "there is no file of the format " + std::string(name_of(format)),
                   std::string(formats_hint), {path.string(), 0});
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string_view name_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::guide:
      return "guide";
    case SourceFormat::markdown:
      return "markdown";
    case SourceFormat::jsonl:
      return "jsonl";
    case SourceFormat::table:
      return "csv";
    case SourceFormat::tsv:
      return "tsv";
    case SourceFormat::html:
      return "html";
    case SourceFormat::esco:
      return "esco";
    case SourceFormat::onet:
      return "onet";
  }
  return "guide";
}

std::optional<SourceFormat> source_format_named(std::string_view name) {
  for (const SourceFormat format :
       {SourceFormat::guide, SourceFormat::markdown, SourceFormat::jsonl, SourceFormat::table,
        SourceFormat::tsv, SourceFormat::html, SourceFormat::esco, SourceFormat::onet}) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

Result<SourceFormat> format_of(const SourceSpec& spec) {
  const fs::path& path = spec.path;
  if (!is_there(path)) {
    return failure(ErrorCode::bad_input, "there is no such file or directory",
                   "name a corpus, a file or a directory that guidepost can read",
                   {path.string(), 0});
  }
  std::error_code error;
  const bool is_directory = fs::is_directory(path, error);
  std::optional<SourceFormat> format = spec.format;
  if (format == SourceFormat::guide && is_directory && !is_there(path / "guides") &&
      !is_there(path / "tips")) {
    return SourceFormat::markdown;  // "guide" is Markdown of any kind
  }
  if (format) return *format;
  if (is_directory) {
    if (has_corpus(path)) return SourceFormat::guide;
    if (has_esco(path)) return SourceFormat::esco;
    if (is_there_packed_or_not(path, "Occupation Data.txt")) return SourceFormat::onet;
    format = format_of_tree(path);
  } else {
    format = format_by_name(path.filename().string());
    if (is_archive(path.filename().string())) {
      return failure(ErrorCode::bad_input, "is a packed archive",
                     "unpack it with `tar -xf` or `unzip` and index the directory",
                     {path.string(), 0});
    }
  }
  if (format) return *format;
  return failure(ErrorCode::bad_input,
                 is_directory ? "holds nothing that guidepost knows" : "has an unknown format",
                 std::string(formats_hint), {path.string(), 0});
}

Result<std::unique_ptr<Source>> open_vocabulary(const SourceSpec& spec) {
  const auto file = vocabulary_file(spec.path);
  if (!file) return std::unique_ptr<Source>();
  return SkillsSource::open(*file);
}

Result<std::unique_ptr<Source>> open_source(const SourceSpec& spec, const Vocabulary& vocabulary) {
  const auto format = format_of(spec);
  if (!format) return failure(format.error());
  switch (*format) {
    case SourceFormat::guide:
      return MarkdownSource::open(spec.path, vocabulary);
    case SourceFormat::markdown:
      return PageTreeSource::open(spec.path);
    case SourceFormat::html:
      return HtmlSource::open(spec.path);
    case SourceFormat::esco:
      return EscoSource::open(spec.path);
    case SourceFormat::onet:
      return OnetSource::open(spec.path);
    case SourceFormat::jsonl:
    case SourceFormat::table:
    case SourceFormat::tsv:
      break;
  }
  auto files = files_of_format(spec.path, *format);
  if (!files) return failure(files.error());
  if (*format == SourceFormat::jsonl) return JsonlSource::open(std::move(*files));
  const Separator separator = *format == SourceFormat::tsv ? Separator::tab : Separator::by_name;
  return TableSource::open(std::move(*files), spec.columns, separator);
}

}  // namespace guidepost::indexer
