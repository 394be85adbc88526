// The O*NET database of the U.S. Department of Labor, as its text files (tab-separated) are offered.
//
// An occupation becomes a guide with its titles, tasks as passages, and skills with importance; a technology, a knowledge or a skill element
// becomes a skill. Ids are the O*NET-SOC code, the technology's name, the element's id.
#pragma once

#include "core/result.h"
#include "indexer/source/loaded_source.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace guidepost::indexer {

class OnetSource : public LoadedSource {
 public:
  /// `directory` holds "Occupation Data.txt", and as many of the others as were downloaded; each may be packed. bad_input when that one is missing,
  /// or a column of any.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& directory);

 protected:
  Result<std::vector<SourceItem>> load(LoadReport& report) override;

 private:
  OnetSource(std::vector<std::filesystem::path> files, std::filesystem::path directory)
      : LoadedSource(std::move(files)), directory_(std::move(directory)) {}

  std::filesystem::path directory_;
};

}  // namespace guidepost::indexer
