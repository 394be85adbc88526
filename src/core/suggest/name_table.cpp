#include "core/suggest/name_table.h"

#include "core/suggest/suggest_words.h"
#include "core/text/analyzer.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <unordered_map>

namespace guidepost {
namespace {

constexpr std::size_t least_initials = 2;
constexpr std::size_t most_initials = 5;

std::uint64_t packed(std::string_view letters) {
  std::uint64_t value = 0;
  for (const char c : letters) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The places of the words that give initials; empty where they give none.
std::vector<std::uint32_t> initial_words(std::span<const std::string_view> words,
                                         bool with_stop_words) {
  std::vector<std::uint32_t> at;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!is_letter(words[i].front())) return {};
    if (with_stop_words || !is_stop_word(words[i])) at.push_back(i);
  }
  const bool fits = at.size() >= least_initials && at.size() <= most_initials;
  return fits ? at : std::vector<std::uint32_t>();
}

std::string letters_at(std::span<const std::string_view> words,
                       const std::vector<std::uint32_t>& at) {
  std::string letters;
  for (const std::uint32_t i : at) letters += words[i].front();
  return letters;
}

/// Gives words numbers in the order they are met.
class Numbering {
 public:
  std::uint32_t number(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  /// The words sorted; `places`: for each number where it went.
  std::vector<std::string> sorted(std::vector<std::uint32_t>& places) {
    std::vector<std::pair<std::string, std::uint32_t>> all(numbers_.begin(), numbers_.end());
    std::sort(all.begin(), all.end());
    std::vector<std::string> words;
    words.reserve(all.size());
    places.resize(all.size());
    for (auto& [word, number] : all) {
      places[number] = static_cast<std::uint32_t>(words.size());
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// How many words stand before the heading of a section's name.
std::uint32_t heading_of(std::string_view text, const std::vector<Word>& words) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return 0;
  return static_cast<std::uint32_t>(std::count_if(
      words.begin(), words.end(), [&](const Word& word) { return word.range.begin < colon; }));
}

}  // namespace

NameTable::NameTable(std::span<const SuggestEntry> entries) {
  Numbering numbering;
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    const SuggestEntry& of = entries[entry];
    const bool has_initials = of.type == SuggestionType::role || of.type == SuggestionType::skill;
    const auto add = [&](const std::string& text, std::uint32_t alias) {
      const std::vector<Word> words = suggest_words(text);
      const auto name = static_cast<std::uint32_t>(names_.size());
      std::vector<std::string_view> folded;
      for (const Word& word : words) {
        words_of_names_.push_back(numbering.number(word.folded));
        folded.push_back(word.folded);
      }
      names_.push_back({entry, alias, static_cast<std::uint32_t>(words_of_names_.size()),
                        of.type == SuggestionType::section ? heading_of(text, words) : 0});
      if (!has_initials) return;
      for (const bool with_stop_words : {true, false}) {
        const auto at = initial_words(folded, with_stop_words);
        if (!at.empty()) initials_.emplace_back(packed(letters_at(folded, at)), name);
      }
    };
    add(of.text, 0);
    for (std::uint32_t alias = 0; alias < of.aliases.size(); ++alias) {
      add(of.aliases[alias], alias + 1);
    }
  }
  std::sort(initials_.begin(), initials_.end());
  initials_.erase(std::unique(initials_.begin(), initials_.end()), initials_.end());

  std::vector<std::uint32_t> sorted_number;
  words_ = WordTable(numbering.sorted(sorted_number));
  places_begin_.resize(words_.size() + 1);
  for (std::uint32_t& word : words_of_names_) {
    word = sorted_number[word];
    ++places_begin_[word + 1];
  }
  std::partial_sum(places_begin_.begin(), places_begin_.end(), places_begin_.begin());
  places_.resize(words_of_names_.size());
  std::vector<std::uint32_t> next(places_begin_.begin(), places_begin_.end());
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    const auto words = words_of(name);
    for (std::uint32_t i = 0; i < words.size(); ++i) places_[next[words[i]]++] = {name, i};
  }
}

std::span<const std::uint32_t> NameTable::words_of(std::uint32_t name) const {
  const std::uint32_t begin = name == 0 ? 0 : names_[name - 1].words_end;
  return std::span(words_of_names_).subspan(begin, names_[name].words_end - begin);
}

std::span<const NamePlace> NameTable::places(const WordRange& range) const {
  const std::uint32_t begin = places_begin_[range.begin];
  return std::span(places_).subspan(begin, places_begin_[range.end] - begin);
}

std::vector<std::uint32_t> NameTable::with_initials(std::string_view letters) const {
  std::vector<std::uint32_t> names;
  if (letters.size() < least_initials || letters.size() > most_initials) return names;
  const std::uint64_t key = packed(letters);
  for (auto at = std::lower_bound(initials_.begin(), initials_.end(), std::pair(key, 0U));
       at != initials_.end() && at->first == key; ++at) {
    names.push_back(at->second);
  }
  return names;
}

std::vector<std::uint32_t> initials_at(std::string_view letters,
                                       std::span<const std::string_view> words) {
  for (const bool with_stop_words : {true, false}) {
    auto at = initial_words(words, with_stop_words);
    if (letters_at(words, at) == letters) return at;
  }
  return {};
}

}  // namespace guidepost
