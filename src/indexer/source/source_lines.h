// Which line of its file a place in a text stands on, for a parser that speaks in pointers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

class SourceLines {
 public:
  /// `text` must outlive the lines. It begins on `first_line` of its file.
  SourceLines(std::string_view text, std::size_t first_line);

  /// Nothing when `place` does not point into the text: md4c hands out literals of its own too.
  std::optional<std::size_t> line_of(const char* place) const;

  /// The first line after `line` that begins with `#`, or `line`: a heading without text gives md4c nothing to point at.
  std::size_t next_heading(std::size_t line) const;

 private:
  std::string_view text_;
  std::size_t first_line_;
  std::vector<std::size_t> ends_;  // offsets of the line feeds
};

}  // namespace guidepost::indexer
