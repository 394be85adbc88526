// Any words and anything typed: the walks over sorted words find exactly what a comparison with every word finds.
#include "check_item.h"
#include "core/index/dictionary.h"
#include "core/suggest/word_table.h"
#include "core/text/edit_distance.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

using indexer::require;

constexpr std::size_t most_words = 100;
constexpr std::size_t most_bytes = 24;

/// The first byte is how many edits are allowed, the first line behind it what was typed, every further line a word.
struct Input {
  std::size_t limit = 0;
  std::string typed;
  std::set<std::string> words;
};

Input read(std::string_view bytes) {
  Input input;
  if (bytes.empty()) return input;
  input.limit = static_cast<unsigned char>(bytes[0]) % 4;
  bytes.remove_prefix(1);
  bool is_first = true;
  while (!bytes.empty() && input.words.size() < most_words) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string line(bytes.substr(0, std::min(end, most_bytes)));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (is_first) {
      input.typed = line;
    } else if (!line.empty()) {
      input.words.insert(line);
    }
    is_first = false;
  }
  return input;
}

void check_whole_words(const Input& input) {
  std::map<std::string, std::uint32_t> counted;
  for (const std::string& word : input.words) counted.emplace(word, 1);
  std::map<std::string, std::size_t> expected;
  for (const std::string& word : input.words) {
    const auto edits = edit_distance(input.typed, word, input.limit);
    if (edits) expected.emplace(word, *edits);
  }
  std::map<std::string, std::size_t> found;
  const auto matches = Dictionary(counted).near(input.typed, input.limit, most_words);
  for (const DictionaryMatch& match : matches) found.emplace(match.word, match.distance);
  require(matches.size() == found.size());
  require(found == expected);
}

void check_beginnings(const Input& input) {
  if (input.typed.size() <= input.limit) return;
  std::map<std::string, std::size_t> expected;
  for (const std::string& word : input.words) {
    const std::size_t penalty = word[0] == input.typed[0] ? 0 : 1;
    std::size_t least = input.limit + 1;
    for (std::size_t size = 0; size <= word.size(); ++size) {
      const auto edits = edit_distance(input.typed, word.substr(0, size), input.limit);
      if (edits) least = std::min(least, *edits + penalty);
    }
    if (least <= input.limit) expected.emplace(word, least);
  }
  const WordTable table(std::vector<std::string>(input.words.begin(), input.words.end()));
  std::map<std::string, std::size_t> found;
  std::uint32_t end = 0;
  for (const WordRange& range : table.beginning_near(input.typed, input.limit)) {
    require(range.begin >= end && range.begin < range.end && range.end <= table.size());
    end = range.end;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      found.emplace(table.word(i), range.edits);
    }
  }
  require(found == expected);
}

}  // namespace
}  // namespace guidepost

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = guidepost::read({reinterpret_cast<const char*>(data), size});
  guidepost::check_whole_words(input);
  guidepost::check_beginnings(input);
  return 0;
}
