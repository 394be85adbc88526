#include "core/text/lexicon.h"

#include <algorithm>

namespace guidepost {
namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  for (const Word& word : words_of(name)) key += word.folded;
  return key;
}

std::string singular(std::string_view word) {
  if (word.size() < 4 || !word.ends_with('s') || ends_with_any(word, {"ss", "us"})) {
    return std::string(word);
  }
  // "analysis" and "Redis" are no plurals; "APIs", "GUIs" and "KPIs" are.
  if (word.ends_with("is") && word.size() > 4) return std::string(word);
  if (word.size() > 4 && word.ends_with("ies")) {
    return std::string(word.substr(0, word.size() - 3)) + "y";
  }
  if (word.size() > 4 && ends_with_any(word, {"ches", "shes", "sses", "xes"})) {
    return std::string(word.substr(0, word.size() - 2));
  }
  return std::string(word.substr(0, word.size() - 1));
}

std::vector<std::string> recognised_keys(std::string_view name) {
  // A short single word in the plural is too likely another word: "Rails" must not be found in "rail".
  constexpr std::size_t safe_length = 8;
  const std::vector<Word> words = words_of(name);
  if (words.empty()) return {};
  std::string head;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) head += words[i].folded;
  const std::string& last = words.back().folded;
  std::vector<std::string> keys{head + last};
  if (words.size() > 1 || last.size() >= safe_length) {
    if (const std::string one = singular(last); one != last) keys.push_back(head + one);
  }
  return keys;
}

Lexicon::Lexicon(std::vector<LexiconEntry> entries) : entries_(std::move(entries)) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (words_of(entries_[i].name).size() > max_name_words) continue;
    for (std::string& key : recognised_keys(entries_[i].name)) {
      keys_.push_back({std::move(key), static_cast<std::uint32_t>(i)});
    }
  }
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    return a.text != b.text ? a.text < b.text : a.entry < b.entry;
  });
  const auto same = [](const Key& a, const Key& b) { return a.text == b.text; };
  keys_.erase(std::unique(keys_.begin(), keys_.end(), same), keys_.end());
}

std::vector<Lexicon::Key>::const_iterator Lexicon::lower_bound(std::string_view text) const {
  return std::lower_bound(
      keys_.begin(), keys_.end(), text,
      [](const Key& key, std::string_view wanted) { return key.text < wanted; });
}

const LexiconEntry* Lexicon::find(std::string_view key) const {
  const auto at = lower_bound(key);
  return at != keys_.end() && at->text == key ? &entries_[at->entry] : nullptr;
}

bool Lexicon::keeps_form(std::string_view folded_word) const {
  const LexiconEntry* entry = find(folded_word);
  return entry != nullptr && entry->form == NameForm::kept;
}

bool Lexicon::fits(const LexiconEntry& entry, std::string_view text, std::span<const Word> words,
                   Side side) const {
  if (side == Side::query || entry.name_case == NameCase::any) return true;
  const std::size_t begin = words.front().range.begin;
  if (text.substr(begin, words.back().range.end - begin) != entry.name) return false;
  // "R&D" and "C-level" are other words; "C/C++" is a list.
  const char joiner = words.back().joiner;
  if (joiner != '\0' && joiner != '/') return false;
  // "Go through ..." begins a sentence; "Go, Rust and C" does too, but a list follows.
  return !words.front().starts_sentence || words.back().ends_clause || joiner == '/';
}

std::optional<Lexicon::Match> Lexicon::longest_match(std::string_view text,
                                                     std::span<const Word> words, std::size_t at,
                                                     Side side) const {
  std::optional<Match> best;
  std::string head;
  const std::size_t most = std::min(words.size() - at, max_name_words);
  for (std::size_t count = 1; count <= most; ++count) {
    const std::string& last = words[at + count - 1].folded;
    const std::size_t before = head.size();
    head += last;
    const auto nearest = lower_bound(head);
    const bool is_beginning = nearest != keys_.end() && nearest->text.starts_with(head);
    const LexiconEntry* entry =
        is_beginning && nearest->text.size() == head.size() ? &entries_[nearest->entry] : nullptr;
    if (entry == nullptr && last.ends_with('s')) {
      entry = find(head.substr(0, before) + singular(last));
    }
    if (entry != nullptr && fits(*entry, text, words.subspan(at, count), side)) {
      best = Match{count, entry};
    }
    if (!is_beginning) break;  // no name goes on from here
  }
  return best;
}

}  // namespace guidepost
