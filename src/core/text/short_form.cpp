#include "core/text/short_form.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t longest_short_form = 32;  // bytes; what is longer shortens nothing

}  // namespace

bool is_short_form(std::string_view word, std::string_view phrase) {
  if (word.size() > longest_short_form || word.empty() || phrase.empty()) return false;
  if (phrase.find(' ') == std::string_view::npos || word.front() != phrase.front()) return false;
  // Where in `word` the beginnings of the words so far may end.
  std::vector<bool> ends(word.size() + 1, false);
  ends[0] = true;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const std::string_view whole = phrase.substr(begin, end - begin);
    std::vector<bool> next(word.size() + 1, false);
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!ends[at]) continue;
      const std::size_t most = std::min(whole.size(), word.size() - at);
      for (std::size_t length = 1; length <= most && word[at + length - 1] == whole[length - 1];
           ++length) {
        next[at + length] = true;
      }
    }
    ends = std::move(next);
    begin = end + 1;
  }
  return ends.back();
}

bool is_beginning_and_end(std::string_view word, std::string_view whole) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 5;
  if (word.size() < shortest || word.size() > longest || whole.size() < word.size() + 2) {
    return false;
  }
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!std::all_of(word.begin(), word.end(), is_letter)) return false;
  const std::string_view end = word.substr(1);
  if (end.back() == 's') return false;  // a plural
  return word.front() == whole.front() && whole.ends_with(end) &&
         whole.find(' ') == std::string_view::npos &&
         end.find_first_of("aeiouy") == std::string_view::npos;
}

bool is_contraction(std::string_view word, std::string_view phrase) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 5;
  if (word.size() < shortest || word.size() > longest || phrase.size() <= word.size()) return false;
  if (word.front() != phrase.front()) return false;
  std::size_t at = 0;
  for (const char letter : phrase) {
    if (at < word.size() && letter == word[at]) ++at;
  }
  return at == word.size();
}

}  // namespace guidepost
