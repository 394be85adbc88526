#include "core/search/speller.h"

#include "core/text/edit_distance.h"
#include "core/text/tokenizer.h"

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
  // One edit is likelier than a space that was left out; two are not.
  if (best && best_cost == 1) return best;
  if (const auto parts = split(word)) return parts->first + " " + parts->second;
  return best;
}

std::optional<std::string> Speller::join(std::string_view first, std::string_view second) const {
  std::string joined = std::string(first) + std::string(second);
  if (joined.size() > max_word_bytes || dictionary_.documents_with(joined) == 0) {
    return std::nullopt;
  }
  return joined;
}

std::optional<std::pair<std::string, std::string>> Speller::split(std::string_view word) const {
  constexpr std::size_t shortest = 3;
  std::optional<std::pair<std::string, std::string>> best;
  std::size_t best_documents = 0;
  for (std::size_t at = shortest; at + shortest <= word.size(); ++at) {
    const std::size_t documents = std::min(dictionary_.documents_with(word.substr(0, at)),
                                           dictionary_.documents_with(word.substr(at)));
    if (documents <= best_documents) continue;
    best_documents = documents;
    best.emplace(word.substr(0, at), word.substr(at));
  }
  return best;
}

bool Speller::is_one_edit_from_known(std::string_view folded_word) const {
  if (forgiven_edits(folded_word) == 0) return false;
  const std::vector<DictionaryMatch> nearest = dictionary_.near(folded_word, 1, all);
  return std::any_of(nearest.begin(), nearest.end(), [&](const DictionaryMatch& match) {
    return match.word.front() == folded_word.front();
  });
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
