// What every document of a generation is read by: the names of skills and roles, and what passages inherit from guides.
#pragma once

#include "core/index/names.h"
#include "core/index/stored_document.h"
#include "core/text/lexicon.h"
#include "indexer/outline.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace guidepost::indexer {

/// Immutable; all threads may read. The outline must outlive it.
class ReadingContext {
 public:
  explicit ReadingContext(const Outline& outline);

  const Names& names() const { return names_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// Fills in what the document says by reference: skills by id, and of a passage that came by itself its guide's title, family and levels. A
  /// career step to a guide that is not there loses its link.
  void resolve(StoredDocument& document) const;

  /// Of all it holds and of how this program reads texts. While it is the same, a document read before is read the same way now.
  std::string hash() const;

 private:
  void drop_lost_links(StoredDocument& document) const;

  const Outline& outline_;
  Names names_;
  Lexicon lexicon_;
  std::unordered_map<std::string_view, const GuideHead*> guides_;
};

}  // namespace guidepost::indexer
