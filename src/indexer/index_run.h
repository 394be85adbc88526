// One run of the batch job: sources -> one new generation, or a clear word why not.
#pragma once

#include "core/index/manifest.h"
#include "core/result.h"
#include "indexer/outline_reader.h"
#include "indexer/source_format.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// Whether a rejected item fails the run.
enum class Strictness { lenient, strict };
/// Whether the run publishes, or only reads and checks.
enum class Publish { yes, no };
/// Whether what did not change is taken over from the current generation.
enum class Reuse { yes, no };
/// Whether a run may drop more than 30 % of the documents.
enum class Shrinking { refused, allowed };

struct IndexRequest {
  std::vector<SourceSpec> sources;              // where ids collide, the earlier one wins
  std::vector<std::filesystem::path> synonyms;  // files of rules; those of corpora come first
  std::filesystem::path index;
  Strictness strictness = Strictness::lenient;
  Publish publish = Publish::yes;
  Reuse reuse = Reuse::yes;
  Shrinking shrinking = Shrinking::refused;
  std::size_t keep = 3;  // generations to leave, the new one included
  std::size_t jobs = 0;  // threads; 0: one for each core
  std::optional<std::uint64_t>
      memory;  // bytes the run may use; nothing: the usual ones, or what the sources need
  std::size_t least_documents = 1;            // fewer are not published
  std::uint64_t most_bytes = 0;               // a larger generation is not published; 0: no bound
  std::vector<std::filesystem::path> golden;  // queries that must be answered, JSON Lines
};

/// What became of the documents, against the current generation.
struct Changes {
  std::size_t added = 0;
  std::size_t altered = 0;
  std::size_t removed = 0;
  std::size_t unchanged = 0;
};

enum class Outcome {
  published,  // a new generation is current
  unchanged,  // the current one holds all that the sources do
  not_asked   // a dry run
};

struct IndexReport {
  Manifest manifest;  // counts; the rest only when published
  Outcome outcome = Outcome::not_asked;
  Changes changes;
  std::string
      rebuilt_because;  // why everything was analysed anew; empty when the run was incremental
  std::vector<Problem> problems;  // in the order they were met; of very many, the first
  std::size_t further_problems = 0;
  double seconds = 0;
};

/// Reads the sources, validates, builds, verifies and publishes. Problems of single items are in the report; an Error means that nothing was
/// published and the previous generation stands untouched. With Strictness::strict, a rejected item is such an Error (bad_input), and
/// `report` still has the problems.
Result<void> run_index(const IndexRequest& request, const Progress& progress, IndexReport& report);

}  // namespace guidepost::indexer
