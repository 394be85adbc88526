#include "indexer/source/text_pieces.h"

#include <algorithm>
#include <array>

namespace guidepost::indexer {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view spaces = " \t\n";

// The size of the first piece of a text that is longer than `most_bytes`.
std::size_t size_of_first(std::string_view text, std::size_t most_bytes) {
  constexpr std::array<std::string_view, 9> pauses{"\n\n",   "\n",     ". ",     "! ", "? ",
                                                   "\u3002", "\uFF01", "\uFF1F", " "};
  const std::string_view window = text.substr(0, most_bytes);
  for (std::size_t i = 0; i < pauses.size();) {
    // The three ends of a sentence, and their three full-width forms, are one kind of pause: the last one counts.
    const std::size_t kinds = i < 2 || i == 8 ? 1 : 6;
    std::size_t end = 0;
    for (std::size_t k = i; k < i + kinds; ++k) {
      const std::size_t found = window.rfind(pauses[k]);
      if (found != npos) end = std::max(end, found + pauses[k].size());
    }
    if (end > most_bytes / 2) return end;
    i += kinds;
  }
  std::size_t end = most_bytes;
  const auto is_inside = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (end > most_bytes / 2 && is_inside(end)) --end;
  return end;
}

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view text, std::size_t most_bytes) {
  std::vector<std::string_view> pieces;
  while (text.size() > most_bytes) {
    const std::size_t size = size_of_first(text, most_bytes);
    const std::string_view piece = text.substr(0, size);
    const std::size_t last = piece.find_last_not_of(spaces);
    if (last != npos) pieces.push_back(piece.substr(0, last + 1));
    text.remove_prefix(size);
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  }
  if (!text.empty()) pieces.push_back(text);
  return pieces;
}

}  // namespace guidepost::indexer
