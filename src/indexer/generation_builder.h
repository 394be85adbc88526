// A corpus as the documents and files of one generation.
#pragma once

#include "core/index/dictionary.h"
#include "core/index/manifest.h"
#include "core/index/names.h"
#include "core/recommend/skill_graph.h"
#include "core/result.h"
#include "core/text/analyzer.h"
#include "core/text/lexicon.h"
#include "indexer/corpus_reader.h"
#include "indexer/document_builder.h"
#include "indexer/generation_writer.h"

#include <cstddef>
#include <vector>

namespace guidepost::indexer {

/// How many documents of each kind a corpus makes; the rest of the manifest is left to the writer.
Manifest counts_of(const Corpus& corpus);

/// Builds every document in the order of ids, so that docids, and with them the order of equal scores, follow from the corpus alone.
class GenerationBuilder {
 public:
  GenerationBuilder(Corpus corpus, const Progress& progress);

  /// Writes and publishes. An Error means that nothing was published.
  Result<Manifest> write(GenerationWriter writer);

 private:
  void recognise_skills();
  std::vector<BuiltDocument> build() const;
  Result<void> write_files(const GenerationWriter& writer,
                           const std::vector<DocumentFacets>& facets,
                           const Dictionary& dictionary) const;
  SkillGraph skill_graph() const;

  Corpus corpus_;
  const Progress& progress_;
  Names names_;
  Lexicon lexicon_;
  Analyzer analyzer_;
  DocumentBuilder builder_;
};

}  // namespace guidepost::indexer
