#include "core/text/word_parts.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr std::string_view noughts = "000";
constexpr std::size_t most_digits = 9;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::vector<std::string_view> identifier_parts(std::string_view word, WordPlace place) {
  constexpr std::size_t shortest_part = 3;
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (!is_capital(word[at]) || !is_small(word[at - 1])) continue;
    parts.push_back(word.substr(begin, at - begin));
    begin = at;
  }
  if (parts.empty() || !std::all_of(word.begin(), word.end(), is_ascii)) return {};
  parts.push_back(word.substr(begin));
  const bool is_identifier = is_small(word.front()) || parts.size() > 2 || place == WordPlace::tag;
  const bool is_short = std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.size() < shortest_part;
  });
  if (!is_identifier || is_short) return {};
  return parts;
}

std::optional<std::string> other_thousands(std::string_view word, std::size_t fewest) {
  if (word.size() < 2 || word.size() > most_digits || word.front() == '0') return std::nullopt;
  const std::string_view head = word.substr(0, word.size() - 1);
  if (!std::all_of(head.begin(), head.end(), is_digit)) return std::nullopt;
  if (word.back() == 'k') {
    // 401(k) is no sum of money.
    if (head.size() > 6 || head == "401") return std::nullopt;
    return std::string(head) + std::string(noughts);
  }
  if (word.size() < fewest || !is_digit(word.back()) || !word.ends_with(noughts))
    return std::nullopt;
  return std::string(word.substr(0, word.size() - noughts.size())) + "k";
}

}  // namespace guidepost
