// Which bytes of a text to show, and which of them to mark.
#pragma once

#include "core/text/analyzer.h"
#include "core/text/byte_range.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct Snippet {
  std::string text;
  std::vector<ByteRange> highlights;  // in `text`: sorted, disjoint, on character borders
};

/// The ranges of `text` whose terms are among `terms`, sorted and merged where they overlap. The analyzer is the index's own, so what was
/// found is what is marked, and typos and synonyms mark the word that stands in the text.
std::vector<ByteRange> find_highlights(std::string_view text, std::string_view language,
                                       const std::set<std::string>& terms,
                                       const Analyzer& analyzer);

/// The part of `text`, at most `budget` bytes, that holds the most different highlights, then the most, then stands earliest; cut between
/// words, at the beginning of a sentence where one is near, with an ellipsis where something is left out. `highlights`: as find_highlights()
/// gives them. Without highlights: the head of the first paragraph. O(|text| + |highlights| budget).
Snippet best_window(std::string_view text, const std::vector<ByteRange>& highlights,
                    std::size_t budget);

}  // namespace guidepost
