#include "indexer/source/loaded_source.h"

#include <utility>

namespace guidepost::indexer {

void LoadedSource::load_once() {
  if (std::exchange(is_loaded_, true)) return;
  std::vector<Problem> problems;
  auto items = load(problems);
  if (!items) problems.push_back({Severity::error, items.error()});
  for (Problem& problem : problems) {
    if (problem.severity == Severity::error) {
      reads_.push_back({std::nullopt, {std::move(problem)}});
    } else if (items && !items->empty()) {
      // A warning is about the data as a whole; it goes with the first item.
      if (reads_.empty() || !reads_.front().item) {
        reads_.insert(reads_.begin(), SourceRead{std::move(items->front()), {}});
        items->erase(items->begin());
      }
      reads_.front().problems.push_back(std::move(problem));
    }
  }
  if (!items) return;
  for (SourceItem& item : *items) reads_.push_back({std::move(item), {}});
}

std::optional<SourceRead> LoadedSource::next() {
  load_once();
  if (next_ == reads_.size()) return std::nullopt;
  return reads_[next_++];
}

double LoadedSource::progress() const {
  if (reads_.empty()) return is_loaded_ ? 1 : 0;
  return static_cast<double>(next_) / static_cast<double>(reads_.size());
}

}  // namespace guidepost::indexer
