// A rule of a synonyms file: whoever types one of these may mean one of those as well.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost {

/// Each text is one or more words. Where both lists are the same, each of them means the others.
struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;

  static constexpr std::size_t max_words = 8;  // of a text

  friend bool operator==(const SynonymRule&, const SynonymRule&) = default;
};

}  // namespace guidepost
