// All of what the sources hold, in memory, validated.
#pragma once

#include "core/model/guide.h"
#include "core/model/skill.h"
#include "core/result.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// What the run is doing, for a progress bar; called from the run's own thread.
using Progress = std::function<void(const std::string& phase, std::size_t done, std::size_t total)>;

/// Everything the sources gave, each list sorted by id; ids are unique over all three.
struct Corpus {
  std::vector<Skill> skills;
  std::vector<Guide> guides;
  std::vector<Tip> tips;
  std::size_t rejected = 0;       // items left out
  std::vector<Problem> problems;  // in the order they were met
};

class CorpusReader {
 public:
  explicit CorpusReader(const Progress& progress) : progress_(progress) {}

  /// Vocabularies of all sources first, because guides and tips are checked against them. An Error when a source is no corpus at all.
  Result<Corpus> read(const std::vector<std::filesystem::path>& sources) &&;

 private:
  void drain(Source& source, const std::string& phase);
  void keep(SourceItem item);
  void drop_links_to_rejected_guides();

  const Progress& progress_;
  Corpus corpus_;
  std::map<std::string, SourcePlace> places_;  // of each id; a skill's is empty
};

}  // namespace guidepost::indexer
