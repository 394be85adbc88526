#include "indexer/source/loaded_source.h"

#include <utility>

namespace guidepost::indexer {

void LoadReport::add(ProblemList problems) {
  rejected_ += problems.errors();
  for (Problem& problem : std::move(problems).take()) {
    (problem.severity == Severity::error ? errors_ : warnings_).push_back(std::move(problem));
  }
}

void LoadReport::add(Error error) {
  ++rejected_;
  errors_.push_back({Severity::error, std::move(error)});
}

std::vector<Problem> LoadReport::problems_at(std::size_t place) const {
  std::vector<Problem> problems;
  if (place == 0) problems = warnings_;
  if (place >= rejected_) return problems;
  if (place >= errors_.size()) {
    problems.push_back({Severity::error, Error{ErrorCode::bad_input,
                                               "one more record was left out",
                                               "mend those that are named first",
                                               {}}});
    return problems;
  }
  // The last one has what is left, such as the number of errors that a table did not keep.
  const std::size_t end = place + 1 == rejected_ ? errors_.size() : place + 1;
  problems.insert(problems.end(), errors_.begin() + static_cast<std::ptrdiff_t>(place),
                  errors_.begin() + static_cast<std::ptrdiff_t>(end));
  return problems;
}

void LoadedSource::load_once() {
  if (std::exchange(is_loaded_, true)) return;
  if (auto items = load(report_)) {
    items_ = std::move(*items);
  } else {
    report_.add(std::move(items).error());
  }
}

std::optional<SourceRead> LoadedSource::next() {
  load_once();
  if (next_ == size()) return std::nullopt;
  const std::size_t place = next_++;
  SourceRead read;
  if (place >= report_.rejected()) read.item = items_[place - report_.rejected()];
  read.problems = report_.problems_at(place);
  return read;
}

double LoadedSource::progress() const {
  if (size() == 0) return is_loaded_ ? 1 : 0;
  return static_cast<double>(next_) / static_cast<double>(size());
}

}  // namespace guidepost::indexer
