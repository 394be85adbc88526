// A document as it is indexed: its terms for Xapian, its facets, words and token stream.
//
// Everything follows from the stored form and the names the text is read by, so a document that is dropped later can be built once more, and
// what it had added be taken away exactly.
#pragma once

#include "core/index/facet_columns.h"
#include "core/index/name_index.h"
#include "core/index/stored_document.h"
#include "core/index/token_streams.h"
#include "core/model/vocabulary.h"
#include "core/text/analyzer.h"
#include "indexer/word_counts.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace guidepost::indexer {

struct BuiltDocument {
  Xapian::Document document;
  DocumentFacets facets;
  std::vector<DocumentName> names;
  std::string tokens;  // its stream, by the builder's numbering
};

/// One thread at a time, like the analyzer. All it is given must outlive it.
class DocumentBuilder {
 public:
  DocumentBuilder(const Vocabulary& vocabulary, const Analyzer& analyzer, TermNumbering& terms,
                  WordCounts& words)
      : vocabulary_(vocabulary), analyzer_(analyzer), terms_(terms), words_(words) {}

  /// Fills in `stored.recognised` and counts its words.
  BuiltDocument build(StoredDocument& stored) const;

 private:
  const Vocabulary& vocabulary_;
  const Analyzer& analyzer_;
  TermNumbering& terms_;
  WordCounts& words_;
};

}  // namespace guidepost::indexer
