#include "indexer/source/problem_list.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {

void ProblemList::error(std::size_t line, std::string message, std::string hint) {
  error(Error{ErrorCode::bad_input, std::move(message), std::move(hint), {file_, line}});
}

void ProblemList::warning(std::size_t line, std::string message, std::string hint) {
  add(Severity::warning,
      Error{ErrorCode::bad_input, std::move(message), std::move(hint), {file_, line}});
}

void ProblemList::error(Error error) {
  // The first error is kept whatever came before it: a rejected item without a reason would be a riddle.
  if (errors_ == 0 && problems_.size() >= most_) {
    problems_.pop_back();
    ++dropped_;
  }
  ++errors_;
  add(Severity::error, std::move(error));
}

void ProblemList::add(Severity severity, Error error) {
  if (problems_.size() >= most_) {
    ++dropped_;
    return;
  }
  problems_.push_back({severity, std::move(error)});
}

std::vector<Problem> ProblemList::take() && {
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return a.error.where.line < b.error.where.line;
  });
  if (dropped_ != 0) {
    const Severity severity = rejected() ? Severity::error : Severity::warning;
    problems_.push_back({severity, Error{ErrorCode::bad_input,
                                         std::to_string(dropped_) + " more problems in this file",
                                         "mend the ones above first",
                                         {file_, 0}}});
  }
  return std::move(problems_);
}

}  // namespace guidepost::indexer
