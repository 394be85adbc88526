// Which kind of source a path is, by what lies there.
#pragma once

#include "core/model/vocabulary.h"
#include "core/result.h"
#include "indexer/source/source.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::indexer {

enum class SourceFormat {
  guide,     // our corpus: guides/, tips/, skills.yaml
  markdown,  // any other Markdown file or tree
  jsonl,     // JSON Lines
  table,     // CSV or TSV with a header line, told apart by the file's name
  tsv,       // TSV, whatever the name
  html,      // saved pages or a site's build folder
  esco,      // the official ESCO CSV files
  onet       // the official O*NET text files
};

std::string_view name_of(SourceFormat format);

/// "guide", "markdown", "jsonl", "csv", "tsv", "html", "esco", "onet"; nothing for any other text.
std::optional<SourceFormat> source_format_named(std::string_view name);

struct SourceSpec {
  std::filesystem::path path;
  std::optional<SourceFormat> format;                        // nothing: found out
  std::vector<std::pair<std::string, std::string>> columns;  // of a table: column -> field
};

/// The format as asked for, or by what lies at the path. bad_input when there is nothing, or nothing that is understood.
Result<SourceFormat> format_of(const SourceSpec& spec);

/// The vocabulary of a corpus; nothing for any other source, and for a corpus without one.
Result<std::unique_ptr<Source>> open_vocabulary(const SourceSpec& spec);

/// `vocabulary`: what a corpus may refer to; must outlive the source.
Result<std::unique_ptr<Source>> open_source(const SourceSpec& spec, const Vocabulary& vocabulary);

}  // namespace guidepost::indexer
