#include "core/recommend/same_thing.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace guidepost {
namespace {

using Words = std::vector<std::string>;

/// What a bracket may say of the kind of thing before it.
constexpr std::array<std::string_view, 9> kinds_of_thing{"computer",    "database",  "framework",
                                                         "language",    "library",   "program",
                                                         "programming", "scripting", "software"};

bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
}

Words words_of(std::string_view folded) {
  Words words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_of_word(folded[end])) ++end;
    if (end > at) words.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool names_a_kind(const std::string& word) {
  return std::find(kinds_of_thing.begin(), kinds_of_thing.end(), word) != kinds_of_thing.end();
}

/// The words without those that only say what kind of thing is named: in brackets at the end, or "programming language" there.
Words words_of_thing(std::string_view folded) {
  const std::size_t open = folded.rfind('(');
  if (open != std::string_view::npos && open > 0 && folded.back() == ')') {
    const Words said = words_of(folded.substr(open));
    if (!said.empty() && std::all_of(said.begin(), said.end(), names_a_kind)) {
      return words_of(folded.substr(0, open));
    }
  }
  Words words = words_of(folded);
  const bool is_said =
      words.size() > 2 && words.back() == "language" && words[words.size() - 2] == "programming";
  if (is_said) words.resize(words.size() - 2);
  return words;
}

/// Where `size` words in a row begin with the letters of the acronym, its own place left out; the count of words when nowhere.
std::size_t spelled_out_at(const Words& words, std::size_t acronym) {
  const std::string& letters = words[acronym];
  for (std::size_t begin = 0; begin + letters.size() <= words.size(); ++begin) {
    bool fits = acronym < begin || acronym >= begin + letters.size();
    for (std::size_t i = 0; fits && i < letters.size(); ++i) {
      fits = words[begin + i].front() == letters[i];
    }
    if (fits) return begin;
  }
  return words.size();
}

std::string form_of(Words words) {
  std::sort(words.begin(), words.end());
  std::string form;
  for (const std::string& word : words) form += word + ' ';
  return form;
}

}  // namespace

std::vector<std::string> forms_of_label(std::string_view label) {
  constexpr std::size_t least_letters = 2;
  constexpr std::size_t most_letters = 6;
  const Words words = words_of_thing(fold(label));
  if (words.empty()) return {};
  std::vector<std::string> forms{form_of(words)};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t size = words[at].size();
    if (size < least_letters || size > most_letters || words.size() <= size) continue;
    const std::size_t begin = spelled_out_at(words, at);
    if (begin == words.size()) continue;
    Words without = words;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
    forms.push_back(form_of(without));
    without = words;
    const auto first = without.begin() + static_cast<std::ptrdiff_t>(begin);
    without.erase(first, first + static_cast<std::ptrdiff_t>(size));
    forms.push_back(form_of(std::move(without)));
  }
  return forms;
}

bool ThingsShown::add(std::string_view label) {
  const std::vector<std::string> forms = forms_of_label(label);
  const bool is_shown = std::any_of(forms.begin(), forms.end(),
                                    [&](const std::string& form) { return forms_.contains(form); });
  forms_.insert(forms.begin(), forms.end());
  return !is_shown;
}

}  // namespace guidepost
