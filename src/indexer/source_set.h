// The sources of a run, in order, opened once and read twice.
#pragma once

#include "core/index/manifest.h"
#include "core/model/vocabulary.h"
#include "core/result.h"
#include "indexer/outline_reader.h"
#include "indexer/source_format.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace guidepost::indexer {

class SourceSet {
 public:
  explicit SourceSet(std::vector<SourceSpec> specs) : specs_(std::move(specs)) {}

  /// What the sources are made of now: formats, files, bytes, and a checksum of all of it. An Error when one is no source at all.
  Result<std::vector<ManifestSource>> describe();

  /// The first pass. Vocabularies of all corpora come first, because guides are checked against them; then the sources in their order.
  Result<void> outline(OutlineReader& reader);

  /// The second pass: every document that the outline counts, in the same order, each handed to `take`.
  Result<void> documents(OutlineReader& reader, const Progress& progress,
                         const std::function<Result<void>(StoredDocument)>& take);

 private:
  std::vector<SourceSpec> specs_;
  std::deque<Vocabulary> vocabularies_;  // what corpora refer to; sources point to them
  std::vector<std::unique_ptr<Source>> opened_;
};

}  // namespace guidepost::indexer
