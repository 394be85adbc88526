// A model value as a Xapian document, by core/index/schema.h, with what has to be known of it besides: facets and words.
#pragma once

#include "core/index/facet_columns.h"
#include "core/index/stored_document.h"
#include "core/model/guide.h"
#include "core/model/vocabulary.h"
#include "core/text/analyzer.h"

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

struct BuiltDocument {
  std::string id;
  Xapian::Document document;
  DocumentFacets facets;
  std::set<std::string> words;  // folded, as they stand in its texts: what the dictionary counts
};

/// One thread at a time, like the analyzer. Both must outlive the builder.
class DocumentBuilder {
 public:
  DocumentBuilder(const Vocabulary& vocabulary, const Analyzer& analyzer)
      : vocabulary_(vocabulary), analyzer_(analyzer) {}

  BuiltDocument guide(const Guide& guide) const;
  /// `passage.skills` must hold recognised_skills().
  BuiltDocument passage(const Guide& guide, const Passage& passage) const;
  BuiltDocument skill(const Skill& skill) const;
  BuiltDocument tip(const Tip& tip) const;

  /// Ids of the skills that a text names, sorted.
  std::vector<std::string> recognised_skills(std::string_view text,
                                             std::string_view language) const;

 private:
  const Vocabulary& vocabulary_;
  const Analyzer& analyzer_;
};

}  // namespace guidepost::indexer
