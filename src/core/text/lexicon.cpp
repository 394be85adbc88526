#include "core/text/lexicon.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

/// Words behind which a letter is a grade, a place in a series or another language: "vitamin C", "plan R", "Objective C".
bool takes_letter(std::string_view folded_word) {
  constexpr std::array<std::string_view, 21> before{
      "appendix",  "category", "class",     "exhibit", "figure", "grade", "group",
      "hepatitis", "level",    "objective", "option",  "part",   "plan",  "schedule",
      "section",   "series",   "table",     "team",    "tier",   "type",  "vitamin"};
  return std::binary_search(before.begin(), before.end(), folded_word);
}

/// "C. Smith wrote it"
bool is_initial(std::string_view text, std::span<const Word> words, std::size_t at) {
  if (at + 1 >= words.size()) return false;
  const std::size_t next = words[at + 1].range.begin;
  return slice(text, words[at].range.end, next) == ". " && text[next] >= 'A' && text[next] <= 'Z';
}

bool is_list_mark(std::string_view text, const Word& a, const Word& b) {
  const std::string_view between = slice(text, a.range.end, b.range.begin);
  return between == ", " || between == "," || between == "/" || between == " / " ||
         between == "; " || between == " | ";
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
  for (const Key& key : keys_) beginnings_.add(key.text);
}

std::vector<Lexicon::Key>::const_iterator Lexicon::lower_bound(std::string_view text) const {
  const auto [first, last] = beginnings_.around(text);
  return std::lower_bound(
      keys_.begin() + static_cast<std::ptrdiff_t>(first),
      keys_.begin() + static_cast<std::ptrdiff_t>(last), text,
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

/// Whether a name that is also an everyday word means what the lexicon says, by what stands around it.
bool Lexicon::is_meant(const LexiconEntry& entry, std::string_view text,
                       std::span<const Word> words, std::size_t at, std::size_t count) const {
  const Word& first = words[at];
  const Word& last = words[at + count - 1];
  // "R&D", "C-level" and "Objective-C" are other words; "C/C++" is a list.
  const char before = at == 0 ? '\0' : words[at - 1].joiner;
  for (const char joiner : {before, last.joiner}) {
    if (joiner != '\0' && joiner != '/') return false;
  }
  const std::string_view written = slice(text, first.range.begin, last.range.end);
  if (written != entry.name) return count == 1 && is_listed(text, words, at);
  if (count == 1 && first.folded.size() == 1) {
    if (at > 0 && takes_letter(words[at - 1].folded)) return false;
    if (first.starts_sentence && is_initial(text, words, at)) return false;
  }
  // "Go through ..." begins a sentence; "Go, Rust and C" does too, but a list follows.
  return !first.starts_sentence || last.ends_clause || last.joiner == '/';
}

/// Whether it stands in a list beside another name: "java, go, r".
bool Lexicon::is_listed(std::string_view text, std::span<const Word> words, std::size_t at) const {
  const bool follows = at > 0 && is_list_mark(text, words[at - 1], words[at]);
  const bool goes_on = at + 1 < words.size() && is_list_mark(text, words[at], words[at + 1]);
  if (follows && keeps_form(words[at - 1].folded) && words[at].ends_clause) return true;
  return goes_on && keeps_form(words[at + 1].folded) && (follows || words[at].starts_sentence);
}

std::optional<Lexicon::Match> Lexicon::longest_match(std::string_view text,
                                                     std::span<const Word> words, std::size_t at,
                                                     Side side) const {
  std::optional<Match> best;
  std::string head;
  const std::size_t most = std::min(words.size() - at, max_name_words);
  for (std::size_t count = 1; count <= most; ++count) {
    if (count > 1 && words[at + count - 1].starts_paragraph) break;
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
    if (entry != nullptr && (side == Side::query || entry->name_case == NameCase::any ||
                             is_meant(*entry, text, words, at, count))) {
      best = Match{count, entry};
    }
    if (!is_beginning) break;  // no name goes on from here
  }
  return best;
}

}  // namespace guidepost
