// JSON Lines: one object a line, each a guide, a passage, a skill or a tip. The keys are in docs/sources.md.
#pragma once

#include "core/result.h"
#include "indexer/source/flat_item.h"
#include "indexer/source/input_file.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// Turns lines into items; keeps its buffers, so it is worth keeping. One thread at a time.
class JsonlParser {
 public:
  JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;
  ~JsonlParser();

  /// The item of one line (any bytes), or nothing when `problems` has an error that says why.
  std::optional<SourceItem> parse(std::string_view text, std::size_t line, ProblemList& problems);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

class JsonlSource : public Source {
 public:
  static constexpr std::size_t most_line_bytes = 4'000'000;

  /// The files are read in their order, packed ones too, a line at a time. io_failed when one cannot be opened.
  static Result<std::unique_ptr<Source>> open(std::vector<std::filesystem::path> files);

  std::optional<SourceRead> next() override;
  void pass_over(const KnownUnits* known) override { known_ = known; }
  void rewind() override;
  double progress() const override;
  std::vector<std::filesystem::path> files() const override { return files_; }

 private:
  explicit JsonlSource(std::vector<std::filesystem::path> files) : files_(std::move(files)) {}

  std::optional<SourceRead> end_file(const Error& error);
  static bool is_blank(std::string_view text);

  std::vector<std::filesystem::path> files_;
  std::size_t at_ = 0;  // the file being read
  std::optional<LineReader> lines_;
  JsonlParser parser_;
  const KnownUnits* known_ = nullptr;
};

}  // namespace guidepost::indexer
