#include "indexer/source/problem_list.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

// A megabyte of the same list item is a quarter of a million warnings; nobody reads past the first page.
constexpr std::size_t most_problems = 100;

}  // namespace

void ProblemList::error(std::size_t line, std::string message, std::string hint) {
  error(Error{ErrorCode::bad_input, std::move(message), std::move(hint), {file_, line}});
}

void ProblemList::warning(std::size_t line, std::string message, std::string hint) {
  add(Severity::warning,
      Error{ErrorCode::bad_input, std::move(message), std::move(hint), {file_, line}});
}

void ProblemList::error(Error error) {
  // The first error is kept whatever came before it: a rejected item without a reason would be a riddle.
  if (!rejected_ && problems_.size() >= most_problems) {
    problems_.pop_back();
    ++dropped_;
  }
  rejected_ = true;
  add(Severity::error, std::move(error));
}

void ProblemList::add(Severity severity, Error error) {
  if (problems_.size() >= most_problems) {
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
    const Severity severity = rejected_ ? Severity::error : Severity::warning;
    problems_.push_back({severity, Error{ErrorCode::bad_input,
                                         std::to_string(dropped_) + " more problems in this file",
                                         "mend the ones above first",
                                         {file_, 0}}});
  }
  return std::move(problems_);
}

}  // namespace guidepost::indexer
