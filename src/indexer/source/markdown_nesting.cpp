#include "indexer/source/markdown_nesting.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

// How many containers (quotes, items) the marks at the head of a line open.
std::size_t marks_at_head_of(std::string_view line) {
  std::size_t marks = 0;
  std::size_t i = 0;
  const auto at = [&](std::size_t place) { return place < line.size() ? line[place] : '\n'; };
  const auto is_gap = [&](std::size_t place) {
    return at(place) == ' ' || at(place) == '\t' || at(place) == '\n';
  };
  for (;;) {
    while (at(i) == ' ' || at(i) == '\t') ++i;
    std::size_t end = i;
    while (at(end) >= '0' && at(end) <= '9') ++end;
    const bool is_ordered = end > i && (at(end) == '.' || at(end) == ')') && is_gap(end + 1);
    const bool is_bullet =
        (at(i) == '-' || at(i) == '*' || at(i) == '+') && is_gap(i + 1) && i < line.size();
    if (!is_ordered && !is_bullet && at(i) != '>') return marks;
    i = is_ordered ? end + 1 : i + 1;
    ++marks;
  }
}

bool is_rule(std::string_view line) {
  return line.find_first_not_of("- ") == line.npos || line.find_first_not_of("* ") == line.npos;
}

}  // namespace

std::optional<std::size_t> first_line_too_deep(std::string_view markdown, std::size_t line) {
  for (std::size_t begin = 0; begin < markdown.size(); ++line) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view text = markdown.substr(begin, end - begin);
    if (marks_at_head_of(text) > deepest_nesting && !is_rule(text)) return line;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace guidepost::indexer
