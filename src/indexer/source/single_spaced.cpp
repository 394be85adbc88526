#include "indexer/source/single_spaced.h"

namespace guidepost::indexer {

std::string single_spaced(std::string_view text) {
  std::string words;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') {
      gap = !words.empty();
      continue;
    }
    if (gap) words += ' ';
    gap = false;
    words += c;
  }
  return words;
}

}  // namespace guidepost::indexer
