#include "core/search/prose.h"

#include "core/search/ranking.h"

#include <algorithm>

namespace guidepost {
namespace {

using ranking::Feature;

double most(Feature feature, std::span<const RankedCandidate> candidates) {
  double reached = 0;
  for (const RankedCandidate& candidate : candidates) {
    reached = std::max(reached, candidate.features[static_cast<std::size_t>(feature)]);
  }
  return reached;
}

}  // namespace

bool ends_like_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last != std::string_view::npos && text[last] == '.';
}

bool is_prose(std::size_t words, bool is_sentence, std::span<const RankedCandidate> candidates) {
  if (words >= ranking::prose_words) return true;
  if (is_sentence && words >= ranking::sentence_words) {
    return most(Feature::exact, candidates) < 1;
  }
  return words >= ranking::short_prose_words &&
         most(Feature::name, candidates) < ranking::least_name_in_prose;
}

}  // namespace guidepost
