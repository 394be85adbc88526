#include "core/index/letter_grams.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace guidepost {
namespace {

constexpr std::size_t shortest_gram = 2;
constexpr std::size_t longest_gram = 5;

}  // namespace

std::vector<std::uint64_t> letter_grams(std::string_view text) {
  std::vector<std::uint64_t> grams;
  std::string padded;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    padded.assign(" ").append(text.substr(begin, end - begin)).append(" ");
    for (std::size_t at = 0; at < padded.size(); ++at) {
      std::uint64_t key = 0;
      for (std::size_t length = 1; length <= longest_gram && at + length <= padded.size();
           ++length) {
        key = key << 8U | static_cast<unsigned char>(padded[at + length - 1]);
        if (length >= shortest_gram) grams.push_back(key);
      }
    }
    begin = end + 1;
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

std::optional<std::uint32_t> initials_key(std::string_view initials) {
  constexpr std::uint32_t base = 37;  // 26 letters, 10 digits, and none
  if (initials.size() < 2 || initials.size() > 5) return std::nullopt;
  std::uint32_t key = 0;
  for (const char c : initials) {
    if (c >= 'a' && c <= 'z') {
      key = key * base + static_cast<std::uint32_t>(c - 'a' + 1);
    } else if (c >= '0' && c <= '9') {
      key = key * base + static_cast<std::uint32_t>(c - '0' + 27);
    } else {
      return std::nullopt;
    }
  }
  return key;
}

}  // namespace guidepost
