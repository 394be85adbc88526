// The sources of a run, in order, opened once and read twice.
#pragma once

#include "core/index/manifest.h"
#include "core/model/vocabulary.h"
#include "core/result.h"
#include "indexer/outline_reader.h"
#include "indexer/source_format.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace guidepost::indexer {

class SourceSet {
 public:
  /// `synonyms`: files of rules beside those that corpora bring.
  SourceSet(std::vector<SourceSpec> specs, std::vector<std::filesystem::path> synonyms)
      : specs_(std::move(specs)), synonyms_(std::move(synonyms)) {}

  /// What the sources are made of now: formats, files, bytes, and a checksum of all of it. An Error when one is no source at all.
  Result<std::vector<ManifestSource>> describe();

  /// The first pass. Vocabularies of all corpora come first, because guides are checked against them; then the sources in their order, and
  /// synonyms, which are checked against nothing.
  Result<void> outline(OutlineReader& reader);

  /// The second pass: every document that the outline counts, in the same order, each handed to `take`.
  Result<void> documents(OutlineReader& reader, const Progress& progress,
                         const std::function<Result<void>(StoredDocument)>& take);

 private:
  Result<void> read_synonyms(OutlineReader& reader) const;

  std::vector<SourceSpec> specs_;
  std::vector<std::filesystem::path> synonyms_;
  std::deque<Vocabulary> vocabularies_;  // what corpora refer to; sources point to them
  std::vector<std::unique_ptr<Source>> opened_;
};

}  // namespace guidepost::indexer
