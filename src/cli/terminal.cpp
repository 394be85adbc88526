#include "cli/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace guidepost::cli {

Style Style::of_standard_output() {
  return Style(::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr);
}

std::string Style::wrapped(std::string_view code, std::string_view text) const {
  if (!colours_) return std::string(text);
  return std::string(code) + std::string(text) + "\033[0m";
}

std::string Style::marked(std::string_view text, const std::vector<ByteRange>& ranges) const {
  std::string result;
  std::size_t copied = 0;
  for (const ByteRange& range : ranges) {
    result += text.substr(copied, range.begin - copied);
    const std::string_view found = text.substr(range.begin, range.end - range.begin);
    result += colours_ ? mark(found) : "*" + std::string(found) + "*";
    copied = range.end;
  }
  result += text.substr(copied);
  return result;
}

ProgressLine::ProgressLine() : is_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (is_terminal_ && !phase_.empty()) std::cerr << "\r\033[K";
}

void ProgressLine::show(const std::string& phase, std::size_t done, std::size_t total) {
  if (!is_terminal_) {
    if (phase != phase_) std::cerr << phase << " ...\n";
    phase_ = phase;
    return;
  }
  const std::size_t percent = total == 0 ? 0 : done * 100 / total;
  if (phase == phase_ && percent == shown_percent_) return;
  phase_ = phase;
  shown_percent_ = percent;
  constexpr std::size_t width = 30;
  const std::size_t filled = total == 0 ? 0 : done * width / total;
  std::cerr << "\r\033[K" << phase << " [" << std::string(filled, '#')
            << std::string(width - filled, '.') << "] " << done << "/" << total << std::flush;
}

}  // namespace guidepost::cli
