#include "indexer/source/source_lines.h"

#include <algorithm>
#include <functional>

namespace guidepost::indexer {

SourceLines::SourceLines(std::string_view text, std::size_t first_line)
    : text_(text), first_line_(first_line) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ends_.push_back(i);
  }
}

std::optional<std::size_t> SourceLines::line_of(const char* place) const {
  // std::less orders any two pointers, where < is only for those into one array.
  const std::less<const char*> before;
  if (before(place, text_.data()) || !before(place, text_.data() + text_.size())) {
    return std::nullopt;
  }
  const auto offset = static_cast<std::size_t>(place - text_.data());
  const auto end = std::lower_bound(ends_.begin(), ends_.end(), offset);
  return first_line_ + static_cast<std::size_t>(end - ends_.begin());
}

std::size_t SourceLines::next_heading(std::size_t line) const {
  for (std::size_t i = line < first_line_ ? 0 : line - first_line_ + 1; i <= ends_.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1] + 1;
    const std::size_t mark = text_.find_first_not_of(' ', begin);
    if (mark != std::string_view::npos && text_[mark] == '#') return first_line_ + i;
  }
  return line;
}

}  // namespace guidepost::indexer
