#include "core/suggest/typed_reading.h"

#include "core/suggest/suggest_words.h"
#include "core/text/edit_distance.h"

#include <algorithm>
#include <numeric>

namespace guidepost {
namespace {

constexpr std::size_t most_readings = 16;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool is_empty(const WordRange& range) { return range.begin == range.end; }

std::size_t words_in(const TypedWord& word) {
  return std::accumulate(
      word.ranges.begin(), word.ranges.end(), std::size_t{0},
      [](std::size_t sum, const WordRange& range) { return sum + range.end - range.begin; });
}

TypedWord beginning(const std::string& text, const WordTable& table) {
  const WordRange range = table.beginning_with(text);
  return {text, is_empty(range) ? std::vector<WordRange>() : std::vector<WordRange>{range}};
}

/// Nothing when some word begins none.
std::optional<TypedReading> reading_of(Manner manner, std::vector<TypedWord> words) {
  TypedReading reading{manner, std::move(words), {}};
  for (const TypedWord& word : reading.words) {
    if (word.ranges.empty()) return std::nullopt;
    reading.rarest_first.push_back(static_cast<std::uint8_t>(reading.rarest_first.size()));
  }
  std::stable_sort(reading.rarest_first.begin(), reading.rarest_first.end(),
                   [&](std::uint8_t a, std::uint8_t b) {
                     return words_in(reading.words[a]) < words_in(reading.words[b]);
                   });
  return reading;
}

/// The words as they stand around `changed`, which takes the place of `count` words at `at`.
std::optional<TypedReading> changed_reading(const std::vector<TypedWord>& plain, std::size_t at,
                                            std::size_t count, std::vector<TypedWord> changed) {
  std::vector<TypedWord> words(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(at));
  std::move(changed.begin(), changed.end(), std::back_inserter(words));
  words.insert(words.end(), plain.begin() + static_cast<std::ptrdiff_t>(at + count), plain.end());
  return reading_of(Manner::joined_or_split, std::move(words));
}

std::vector<TypedWord> plain_words(const std::vector<std::string>& typed, const WordTable& table) {
  std::vector<TypedWord> words;
  words.reserve(typed.size());
  for (const std::string& text : typed) words.push_back(beginning(text, table));
  return words;
}

}  // namespace

std::optional<std::uint32_t> TypedWord::edits_among_ranges(std::uint32_t word) const {
  const auto behind =
      std::upper_bound(ranges.begin(), ranges.end(), word,
                       [](std::uint32_t w, const WordRange& range) { return w < range.end; });
  if (behind == ranges.end() || word < behind->begin) return std::nullopt;
  return behind->edits;
}

std::optional<TypedReading> read_as_typed(const std::vector<std::string>& typed,
                                          const WordTable& table) {
  return reading_of(Manner::as_typed, plain_words(typed, table));
}

std::vector<TypedReading> read_joined_or_split(const std::vector<std::string>& typed,
                                               const WordTable& table) {
  constexpr std::size_t shortest_part = 2;
  const std::vector<TypedWord> plain = plain_words(typed, table);
  std::vector<TypedReading> readings;
  const auto keep = [&](std::optional<TypedReading> reading) {
    if (reading && readings.size() < most_readings) readings.push_back(std::move(*reading));
  };
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    keep(changed_reading(plain, i, 2, {beginning(typed[i] + typed[i + 1], table)}));
  }
  // A split makes one word more, and no name has more than so many.
  for (std::size_t i = 0; i < typed.size() && typed.size() < most_suggest_words; ++i) {
    for (std::size_t at = shortest_part; at < typed[i].size(); ++at) {
      if (is_continuation(typed[i][at])) continue;
      const WordRange whole = table.equal_to(typed[i].substr(0, at));
      if (is_empty(whole)) continue;
      TypedWord rest = beginning(typed[i].substr(at), table);
      rest.follows = true;
      keep(changed_reading(plain, i, 1, {{typed[i].substr(0, at), {whole}}, std::move(rest)}));
    }
  }
  return readings;
}

std::optional<TypedReading> read_with_slips(const std::vector<std::string>& typed,
                                            const WordTable& table) {
  std::vector<TypedWord> words;
  bool any = false;
  for (const std::string& text : typed) {
    const bool is_known = !is_empty(table.equal_to(text));
    const std::size_t forgiven = is_known ? 0 : forgiven_edits(text);
    any = any || forgiven != 0;
    words.push_back(forgiven == 0 ? beginning(text, table)
                                  : TypedWord{text, table.beginning_near(text, forgiven)});
  }
  return any ? reading_of(Manner::with_slips, std::move(words)) : std::nullopt;
}

}  // namespace guidepost
