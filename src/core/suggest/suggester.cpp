#include "core/suggest/suggester.h"

#include "core/index/record.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace guidepost {
namespace {

constexpr std::size_t max_typed_bytes = 128;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : words_of(text)) words.push_back(std::move(word.folded));
  return words;
}

bool is_more_useful(const SuggestEntry& a, const SuggestEntry& b) {
  if (a.type != b.type) return a.type < b.type;  // roles, skills, phrases
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.text != b.text ? a.text < b.text : a.url < b.url;
}

/// How well a name answers: smaller is better.
enum class Fit { whole = 0, from_start = 1, inside = 2 };

/// The words of a name that the typed words stand for: those before the last are whole words of it (or their beginnings, in their order),
/// the last begins one. Nothing when the name does not answer.
std::optional<std::vector<std::size_t>> align(const std::vector<std::string>& typed,
                                              const std::vector<std::string>& name) {
  std::vector<std::size_t> at;
  std::size_t next = 0;
  for (const std::string& word : typed) {
    while (next < name.size() && !name[next].starts_with(word)) ++next;
    if (next == name.size()) return std::nullopt;
    at.push_back(next++);
  }
  return at;
}

Fit fit_of(const std::vector<std::string>& typed, const std::vector<std::string>& name,
           const std::vector<std::size_t>& at) {
  if (typed == name) return Fit::whole;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] != i) return Fit::inside;
  }
  return Fit::from_start;
}

/// The bytes of `text` that the typed words match: a folded prefix may be shorter or longer than its source, so count characters.
std::vector<ByteRange> matched_ranges(std::string_view text, const std::vector<std::string>& typed,
                                      const std::vector<std::size_t>& at) {
  const std::vector<Word> words = words_of(text);
  std::vector<ByteRange> ranges;
  for (std::size_t i = 0; i < at.size() && at[i] < words.size(); ++i) {
    const ByteRange word = words[at[i]].range;
    std::size_t end = word.begin;
    const auto compared = [&] {  // what the words typed so far would be compared with
      const std::vector<Word> part = words_of(text.substr(word.begin, end - word.begin));
      return part.empty() ? 0 : part.front().folded.size();
    };
    while (end < word.end && compared() < typed[i].size()) {
      end = code_point_at(text, end).end;
    }
    ranges.push_back({word.begin, end});
  }
  return ranges;
}

}  // namespace

Suggester::Suggester(std::vector<SuggestEntry> entries) : entries_(std::move(entries)) {
  std::sort(entries_.begin(), entries_.end(), is_more_useful);
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
    const SuggestEntry& of = entries_[entry];
    const auto add = [&](const std::string& text, std::size_t alias) {
      names_.push_back({entry, static_cast<std::uint32_t>(alias), folded_words(text)});
    };
    add(of.text, 0);
    for (std::size_t alias = 0; alias < of.aliases.size(); ++alias) {
      add(of.aliases[alias], alias + 1);
    }
  }
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    for (std::uint32_t word = 0; word < names_[name].words.size(); ++word) {
      starts_.push_back({name, word});
    }
  }
  std::sort(starts_.begin(), starts_.end(), [&](const WordStart& a, const WordStart& b) {
    const std::string& word_a = names_[a.name].words[a.word];
    const std::string& word_b = names_[b.name].words[b.word];
    if (word_a != word_b) return word_a < word_b;
    return a.name != b.name ? a.name < b.name : a.word < b.word;
  });
}

std::string Suggester::encode() const {
  RecordWriter writer;
  writer.u32(static_cast<std::uint32_t>(entries_.size()));
  for (const SuggestEntry& entry : entries_) {
    writer.text(entry.text);
    writer.u8(static_cast<std::uint8_t>(entry.type));
    writer.text(entry.id);
    writer.text(entry.url);
    writer.texts(entry.aliases);
    writer.f64(entry.weight);
  }
  return std::move(writer).bytes();
}

Result<Suggester> Suggester::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  std::vector<SuggestEntry> entries;
  const std::size_t count = reader.count(25);
  bool sound = true;
  for (std::size_t i = 0; i < count && reader.ok(); ++i) {
    SuggestEntry entry;
    entry.text = reader.text();
    const std::uint8_t type = reader.u8();
    sound = sound && type <= static_cast<std::uint8_t>(SuggestionType::phrase);
    entry.type = sound ? static_cast<SuggestionType>(type) : SuggestionType::phrase;
    entry.id = reader.text();
    entry.url = reader.text();
    entry.aliases = reader.texts();
    entry.weight = reader.f64();
    entries.push_back(std::move(entry));
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the suggester cannot be read",
                   "build the index again with `guidepost index`");
  }
  return Suggester(std::move(entries));
}

SuggestAnswer Suggester::suggest(std::string_view typed, std::size_t limit) const {
  SuggestAnswer answer;
  answer.query = clean_utf8(typed, max_typed_bytes);
  const std::vector<std::string> words = folded_words(answer.query);

  struct Found {
    Fit fit;
    std::uint32_t name;
    std::vector<std::size_t> at;
  };
  std::map<std::uint32_t, Found> best_of_entry;
  const auto consider = [&](std::uint32_t name) {
    auto at = align(words, names_[name].words);
    if (!at) return;
    Found found{fit_of(words, names_[name].words, *at), name, std::move(*at)};
    const auto [known, is_new] = best_of_entry.try_emplace(names_[name].entry, found);
    // The text itself can be marked, an alias cannot: names are in the order text, aliases.
    const bool is_better =
        std::tie(found.fit, name) < std::tie(known->second.fit, known->second.name);
    if (!is_new && is_better) known->second = std::move(found);
  };
  if (words.empty()) {
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
      if (names_[name].alias == 0) consider(name);
    }
  } else {
    // The longest typed word begins the fewest words: look up only that one and compare the rest.
    const std::string& longest =
        *std::max_element(words.begin(), words.end(),
                          [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const auto begin = std::lower_bound(starts_.begin(), starts_.end(), longest,
                                        [&](const WordStart& start, const std::string& word) {
                                          return names_[start.name].words[start.word] < word;
                                        });
    for (auto start = begin; start != starts_.end(); ++start) {
      if (!names_[start->name].words[start->word].starts_with(longest)) break;
      consider(start->name);
    }
  }

  std::vector<std::pair<std::uint32_t, Found>> ranked(best_of_entry.begin(), best_of_entry.end());
  answer.total = ranked.size();
  // What is called so itself comes before what has an alias that is.
  std::sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    const bool a_by_alias = names_[a.second.name].alias != 0;
    const bool b_by_alias = names_[b.second.name].alias != 0;
    return std::tie(a.second.fit, a_by_alias, a.first) <
           std::tie(b.second.fit, b_by_alias, b.first);
  });
  ranked.resize(std::min(ranked.size(), limit));
  for (const auto& [entry, found] : ranked) {
    const SuggestEntry& of = entries_[entry];
    Suggestion suggestion{of.text, of.type, of.id, of.url, {}, {}};
    const std::uint32_t alias = names_[found.name].alias;
    if (alias == 0) {
      suggestion.matched = matched_ranges(of.text, words, found.at);
    } else {
      suggestion.via = of.aliases[alias - 1];
    }
    answer.suggestions.push_back(std::move(suggestion));
  }
  return answer;
}

}  // namespace guidepost
