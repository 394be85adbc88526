// ESCO, the European classification of skills and occupations, as its portal offers it for download in CSV.
//
// A skill becomes a skill, an occupation a guide, an ISCO group a passage of its own. Ids are the last part of the concept's URI, of a group
// "isco:" and its code.
#pragma once

#include "core/result.h"
#include "indexer/source/loaded_source.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::indexer {

class EscoSource : public LoadedSource {
 public:
  /// `directory` holds occupations_<language>.csv and skills_<language>.csv, and as many of the relations, skill groups and ISCO groups as were
  /// downloaded; each may be packed. bad_input when one of the first two is missing, or a column
  /// of any.
  static Result<std::unique_ptr<Source>> open(const std::filesystem::path& directory);

 protected:
  Result<std::vector<SourceItem>> load(LoadReport& report) override;

 private:
  using Tables = std::map<std::string, std::filesystem::path>;  // by name without the language

  EscoSource(std::vector<std::filesystem::path> files, Tables tables, std::string language)
      : LoadedSource(std::move(files)),
        tables_(std::move(tables)),
        language_(std::move(language)) {}

  Tables tables_;
  std::string language_;
};

}  // namespace guidepost::indexer
