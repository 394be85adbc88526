// What a terminal can show: colours and a progress line, when there is one.
#pragma once

#include "core/text/byte_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::cli {

/// Plain when standard output is no terminal, or NO_COLOR is set (https://no-color.org).
class Style {
 public:
  static Style of_standard_output();

  explicit Style(bool colours) : colours_(colours) {}

  std::string bold(std::string_view text) const { return wrapped("\033[1m", text); }
  std::string dim(std::string_view text) const { return wrapped("\033[2m", text); }
  std::string mark(std::string_view text) const { return wrapped("\033[1;33m", text); }

  /// `text` with the ranges marked; between plain asterisks where there are no colours.
  std::string marked(std::string_view text, const std::vector<ByteRange>& ranges) const;

 private:
  std::string wrapped(std::string_view code, std::string_view text) const;
  bool colours_;
};

/// One line on standard error that is rewritten while work goes on; on anything but a terminal one line a phase.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const std::string& phase, std::size_t done, std::size_t total);

 private:
  bool is_terminal_;
  std::string phase_;
  std::size_t shown_percent_ = 101;
};

}  // namespace guidepost::cli
