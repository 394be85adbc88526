// One run of the batch job: sources -> one new generation, or a clear word why not.
#pragma once

#include "core/index/manifest.h"
#include "core/result.h"
#include "indexer/corpus_reader.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// Whether a rejected item fails the run.
enum class Strictness { lenient, strict };
/// Whether the run publishes, or only reads and checks.
enum class Publish { yes, no };

struct IndexRequest {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path index;
  Strictness strictness = Strictness::lenient;
  Publish publish = Publish::yes;
  std::size_t keep = 3;  // generations to leave, the new one included
};

struct IndexReport {
  Manifest manifest;  // counts; the rest only when published
  bool published = false;
  std::vector<Problem> problems;  // in the order they were met
  double seconds = 0;
};

/// Reads the sources, validates, builds, verifies and publishes. Problems of single items are in the report; an Error means that nothing was
/// published and the previous generation stands untouched. With Strictness::strict, a rejected item is such an Error (bad_input), and
/// `report` still has the problems.
Result<void> run_index(const IndexRequest& request, const Progress& progress, IndexReport& report);

}  // namespace guidepost::indexer
