// What a new generation must fulfil before it replaces the old one.
#pragma once

#include "core/index/generation.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// A query whose answer is known: all `ids` must be among the first `top` hits.
struct GoldenQuery {
  std::string query;
  std::vector<std::string> ids;
  std::size_t top = 10;
  SourcePlace where;
};

struct GateRules {
  std::size_t least_documents = 1;
  std::uint64_t most_bytes = 0;  // on disk; 0: no bound
  std::vector<GoldenQuery> golden;
};

/// Reads golden queries, one JSON object a line: {"query": "...", "ids": ["..."], "top": 10}. A line without `ids` is passed over, so richer
/// judgements may stand in the same file. bad_input, with the line, for what is not such an object.
Result<std::vector<GoldenQuery>> read_golden(const std::filesystem::path& file);

/// Counts, measures, and asks every golden query. bad_input names every expectation that failed.
Result<void> check_gate(const GateRules& rules, std::unique_ptr<const Generation> generation);

}  // namespace guidepost::indexer
