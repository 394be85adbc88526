// Xapian as its own documentation uses it: TermGenerator, QueryParser, ValueCountMatchSpy, MSet::snippet. What we measure ourselves against.
#pragma once

#include "core/index/generation.h"

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace guidepost::bench {

class PlainXapian {
 public:
  /// Indexes the documents of a generation again, into `directory`: titles with prefix S and five times the weight, as in Xapian's
  /// "getting started"; three facet values.
  PlainXapian(const Generation& generation, const std::string& directory);

  /// The ten best, with three facets counted over all matches and ten snippets. Returns the number of matches, so that nothing is
  /// optimised away.
  std::size_t search(const std::string& text);

  /// The ten best and nothing else.
  std::size_t top_ten(const std::string& text);

 private:
  Xapian::Query parse(const std::string& text);

  Xapian::Database database_;
  Xapian::QueryParser parser_;
  Xapian::Stem stemmer_{"en"};
};

}  // namespace guidepost::bench
