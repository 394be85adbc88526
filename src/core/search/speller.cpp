#include "core/search/speller.h"

#include "core/text/edit_distance.h"

#include <algorithm>
#include <limits>

namespace guidepost {
namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

}  // namespace

std::optional<std::string> Speller::correct(std::string_view word) const {
  const std::size_t limit = forgiven_edits(word);
  if (limit == 0) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_cost = limit + 1;
  for (const DictionaryMatch& match : dictionary_.near(word, limit, all)) {
    const std::size_t cost = match.distance + (match.word.front() == word.front() ? 0 : 1);
    if (cost >= best_cost)
      continue;  // matches come by distance, then frequency: the first of its cost wins
    best_cost = cost;
    best = match.word;
  }
  return best;
}

DidYouMean did_you_mean(std::string_view query, std::vector<WordChange> changes) {
  std::sort(changes.begin(), changes.end(),
            [](const WordChange& a, const WordChange& b) { return a.at.begin < b.at.begin; });
  DidYouMean meant;
  std::size_t copied = 0;
  for (WordChange& change : changes) {
    meant.text += query.substr(copied, change.at.begin - copied);
    copied = change.at.end;
    const std::size_t begin = meant.text.size();
    meant.text += change.to;
    change.at = {begin, meant.text.size()};
  }
  meant.text += query.substr(copied);
  meant.changes = std::move(changes);
  return meant;
}

}  // namespace guidepost
