#include "passage_generator.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string_view>

namespace guidepost::bench {
namespace {

constexpr std::size_t shortest = 20;
constexpr std::size_t longest = 120;

constexpr std::array<std::string_view, 11> sections{
    "interview", "skills",   "cv",  "day",         "overview", "tools",
    "mistakes",  "linkedin", "faq", "career-path", "outreach"};
constexpr std::array<std::string_view, 12> families{
    "engineering", "data",    "design", "operations", "security",  "product",
    "marketing",   "finance", "people", "sales",      "education", "health"};
constexpr std::array<std::string_view, 5> levels{"mid", "senior", "junior", "lead", "principal"};

/// Plain prose of a Markdown file: front matter, headings and marks left out.
std::string prose_of(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  std::string prose;
  std::string line;
  int fences = 0;
  while (std::getline(input, line)) {
    if (line == "---" && fences < 2) {
      ++fences;
      continue;
    }
    if (fences < 2 || line.starts_with('#') || line.starts_with('|')) continue;
    std::erase_if(line, [](char c) {
      return c == '*' || c == '`' || c == '[' || c == ']' || c == '"' || c == '\\' || c == '>';
    });
    const std::size_t begin = line.find_first_not_of("- 0123456789.");
    if (begin != std::string::npos) prose += line.substr(begin) + " ";
  }
  return prose;
}

void add_sentences(std::string_view prose, std::vector<std::string>& sentences) {
  while (!prose.empty()) {
    const std::size_t end = std::min(prose.find(". "), prose.size());
    const std::string_view sentence = prose.substr(0, end);
    prose.remove_prefix(std::min(end + 2, prose.size()));
    const auto spaces = std::count(sentence.begin(), sentence.end(), ' ');
    if (spaces >= 4 && spaces <= 40) sentences.emplace_back(sentence);
  }
}

std::vector<std::string> words_of_sentence(std::string_view sentence) {
  std::vector<std::string> words;
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find(' '), sentence.size());
    if (end > 0) words.emplace_back(sentence.substr(0, end));
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
  return words;
}

bool is_plain_word(const std::string& word) {
  return word.size() >= 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::uint64_t mixed(std::uint64_t seed, std::uint64_t number, std::uint64_t edition) {
  return Dice(seed ^ (number * 0x9e3779b97f4a7c15ULL) ^ (edition << 48U)).next();
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

std::size_t Dice::zipf(std::size_t bound) {
  // Halving the range at every second throw gives each octave of ranks the same weight: 1 / n, in integers.
  std::size_t range = 1;
  std::size_t octaves = 1;
  while (range < bound) {
    range *= 2;
    ++octaves;
  }
  const std::size_t octave = below(octaves);
  const std::size_t low = octave == 0 ? 0 : std::size_t{1} << (octave - 1);
  const std::size_t high = std::min(bound, std::size_t{1} << octave);
  return low >= high ? below(bound) : low + below(high - low);
}

PassageGenerator::PassageGenerator(const std::filesystem::path& corpus, std::uint64_t seed)
    : seed_(seed) {
  std::set<std::filesystem::path> files;
  for (const char* part : {"guides", "tips"}) {
    if (!std::filesystem::is_directory(corpus / part)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(corpus / part)) {
      if (entry.path().extension() == ".md") files.insert(entry.path());
    }
  }
  for (const auto& file : files) add_sentences(prose_of(file), sentences_);
  std::set<std::string> plain;
  for (const std::string& sentence : sentences_) {
    for (std::string& word : words_of_sentence(sentence)) {
      if (is_plain_word(word)) plain.insert(word);
      words_.push_back(std::move(word));
    }
  }
  distinct_.assign(plain.begin(), plain.end());
  if (sentences_.empty() || distinct_.empty()) {
    throw std::runtime_error(corpus.string() + " holds no texts to generate from");
  }
}

/// New words come ever more seldom: the pool they are drawn from grows with the number of the passage.
std::string PassageGenerator::rare_word(Dice& dice, std::uint64_t number) const {
  const std::size_t pool = 2000 + static_cast<std::size_t>(number / 5);
  Dice word(seed_ ^ (0x5bd1e995ULL + dice.zipf(pool)));
  const std::string& first = distinct_[word.below(distinct_.size())];
  const std::string& second = distinct_[word.below(distinct_.size())];
  switch (word.below(4)) {
    case 0:
      return first.substr(0, 1 + first.size() / 2) + second.substr(second.size() / 2);
    case 1:
      return first + second;
    case 2:
      return first.substr(0, 3) + std::to_string(word.below(10000));
    default:
      return second.substr(0, 4) + first.substr(first.size() - 3);
  }
}

std::string PassageGenerator::body(Dice& dice, std::uint64_t number) const {
  const std::size_t wanted = shortest + dice.below(longest - shortest + 1);
  std::string text;
  std::size_t count = 0;
  const auto add = [&](const std::string& words) {
    if (!text.empty()) text += ' ';
    text += words;
  };
  while (count < wanted) {
    const std::size_t kind = dice.below(100);
    if (kind < 8) {
      const std::string& sentence = sentences_[dice.below(sentences_.size())];
      add(sentence + ".");
      count += static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), ' ')) + 1;
    } else if (kind < 60) {
      const std::size_t length = 2 + dice.below(5);
      const std::size_t begin = dice.below(words_.size() - length);
      for (std::size_t i = begin; i < begin + length; ++i) add(words_[i]);
      count += length;
    } else if (kind < 94) {
      add(words_[dice.below(words_.size())]);
      ++count;
    } else {
      add(rare_word(dice, number));
      ++count;
    }
  }
  return text + ".";
}

std::string PassageGenerator::passage(std::uint64_t number, std::uint64_t edition) const {
  Dice dice(mixed(seed_, number, edition));
  Dice facets(mixed(seed_, number, 0));  // stay with the passage, whatever its edition
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 7 ? 7 - digits.size() : 0, '0');
  std::string json = R"({"id": "p)" + digits + R"(", "type": "passage", "section": ")";
  json += sections[facets.zipf(sections.size())];
  json += R"(", "family": ")";
  json += families[facets.zipf(families.size())];
  json += R"(", "level": [")";
  json += levels[facets.zipf(levels.size())];
  json += R"("], "language": "en", "body": ")" + body(dice, number) + "\"}";
  return json;
}

bool PassageGenerator::changes(std::uint64_t number, std::uint64_t edition,
                               unsigned per_mille) const {
  return edition != 0 && Dice(mixed(seed_ + edition, number, 0)).below(1000) < per_mille;
}

}  // namespace guidepost::bench
