// A file of synonyms, packed or not, in YAML: a list of rules, one way or both ways.
//
//   - salary => pay, wage                       - [cv, curriculum vitae]
//   - {from: [wfh, remote], to: [home office]}
#pragma once

#include "core/model/synonym_rule.h"
#include "core/result.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace guidepost::indexer {

struct SynonymsRead {
  std::vector<SynonymRule> rules;
  std::vector<Problem> problems;  // of rules that were left out, with their lines
  std::size_t rejected = 0;       // rules left out; a file that cannot be parsed counts as one
};

/// At most this many rules are read; more is a problem of the first that is not.
inline constexpr std::size_t most_synonym_rules = 10'000;

/// io_failed when the file cannot be read; whatever else is wrong is a problem.
Result<SynonymsRead> read_synonyms_file(const std::filesystem::path& file);

}  // namespace guidepost::indexer
