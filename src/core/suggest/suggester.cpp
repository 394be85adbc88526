#include "core/suggest/suggester.h"

#include "core/suggest/suggest_words.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace guidepost {
namespace {

/// Variety is made inside blocks, so that what is shown does not depend on how much is asked for.
constexpr std::size_t block = 256;

std::vector<SuggestEntry> by_usefulness(std::vector<SuggestEntry> entries) {
  std::sort(entries.begin(), entries.end(), is_more_useful);
  return entries;
}

/// Puts the `count` smallest first, in order.
void sort_first(std::vector<Completion>& completions, std::size_t count) {
  const auto less = [](const Completion& a, const Completion& b) { return a.rank < b.rank; };
  const auto end =
      completions.begin() + static_cast<std::ptrdiff_t>(std::min(count, completions.size()));
  std::nth_element(completions.begin(), end, completions.end(), less);
  std::sort(completions.begin(), end, less);
}

}  // namespace

Suggester::Suggester(std::vector<SuggestEntry> entries)
    : entries_(by_usefulness(std::move(entries))), names_(entries_), variety_(entries_) {}

std::string Suggester::encode() const { return guidepost::encode(entries_); }

Result<Suggester> Suggester::decode(std::string_view bytes) {
  auto entries = decode_suggest_entries(bytes);
  if (!entries) return failure(entries.error());
  return Suggester(std::move(*entries));
}

SuggestAnswer Suggester::suggest(std::string_view typed, std::size_t limit) const {
  SuggestAnswer answer;
  answer.query = clean_utf8(typed, most_typed_bytes);
  std::vector<std::string> words;
  for (Word& word : suggest_words(answer.query)) words.push_back(std::move(word.folded));
  if (words.empty()) {
    show_most_useful(limit, answer);
    return answer;
  }
  CompletionSearch search(names_, entries_.size());
  std::vector<Completion> found = search.run(words);
  answer.total = found.size();
  const std::size_t wanted = std::min(limit, found.size());
  sort_first(found, (wanted + block - 1) / block * block);
  for (std::size_t begin = 0; begin < wanted; begin += block) {
    const auto page = std::span(found).subspan(begin, std::min(block, found.size() - begin));
    for (const std::size_t place : order_of(page)) {
      if (answer.suggestions.size() == wanted) break;
      answer.suggestions.push_back(shown(page[place], search));
    }
  }
  return answer;
}

std::vector<std::size_t> Suggester::order_of(std::span<const Completion> page) const {
  std::vector<std::uint32_t> entries;
  entries.reserve(page.size());
  for (const Completion& completion : page) entries.push_back(names_.name(completion.name).entry);
  return variety_.order_of(entries);
}

void Suggester::show_most_useful(std::size_t limit, SuggestAnswer& answer) const {
  answer.total = entries_.size();
  const std::size_t wanted = std::min(limit, entries_.size());
  for (std::size_t begin = 0; begin < wanted; begin += block) {
    std::vector<std::uint32_t> page(std::min(block, entries_.size() - begin));
    std::iota(page.begin(), page.end(), static_cast<std::uint32_t>(begin));
    for (const std::size_t place : variety_.order_of(page)) {
      if (answer.suggestions.size() == wanted) break;
      const SuggestEntry& of = entries_[page[place]];
      answer.suggestions.push_back({of.text, of.type, of.id, of.url, {}, {}});
    }
  }
}

Suggestion Suggester::shown(const Completion& completion, const CompletionSearch& search) const {
  const NameTable::Name& name = names_.name(completion.name);
  const SuggestEntry& of = entries_[name.entry];
  Suggestion suggestion{of.text, of.type, of.id, of.url, {}, {}};
  if (name.alias == 0) {
    suggestion.matched = matched(completion, search);
  } else {
    suggestion.via = of.aliases[name.alias - 1];
  }
  return suggestion;
}

std::vector<ByteRange> Suggester::matched(const Completion& completion,
                                          const CompletionSearch& search) const {
  const NameTable::Name& name = names_.name(completion.name);
  const std::string& text = entries_[name.entry].text;
  const std::vector<Word> words = suggest_words(text);
  const TypedReading& typed = search.reading(completion.reading);
  std::vector<ByteRange> ranges;
  if (completion.fit == Fit::initials) {
    std::vector<std::string_view> folded;
    folded.reserve(words.size());
    for (const Word& word : words) folded.push_back(word.folded);
    for (const std::uint32_t at : initials_at(typed.words[0].text, folded)) {
      ranges.push_back(matched_part(text, words[at], 1));
    }
    return ranges;
  }
  const auto mark = [&](std::size_t typed_word, std::size_t at) {
    const std::size_t length = matched_length(typed.words[typed_word].text, words[at].folded);
    ranges.push_back(matched_part(text, words[at], length));
  };
  if (typed.words.size() == 1) {
    mark(0, completion.at);
    return ranges;
  }
  const auto fit = fit_of(typed, names_.words_of(completion.name), name.heading_at, names_.words());
  for (std::size_t i = 0; fit && i < typed.words.size(); ++i) mark(i, fit->at[i]);
  std::sort(ranges.begin(), ranges.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  return ranges;
}

}  // namespace guidepost
