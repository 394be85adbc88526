#include "core/index/name_index.h"

#include "core/index/letter_grams.h"
#include "core/index/number_lists.h"
#include "core/index/record.h"
#include "core/text/name_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guidepost {
namespace {

/// No name has more words than name_words() gives.
bool are_short(const std::vector<std::uint32_t>& begins) {
  return std::adjacent_find(begins.begin(), begins.end(),
                            [](std::uint32_t begin, std::uint32_t end) {
                              return end - begin > max_name_words;
                            }) == begins.end();
}

template <typename Value>
std::span<const Value> piece(const std::vector<Value>& all,
                             const std::vector<std::uint32_t>& begins, std::uint32_t at) {
  return std::span(all).subspan(begins[at], begins[at + 1] - begins[at]);
}

}  // namespace

std::string NameIndex::encode() const {
  RecordWriter writer;
  writer.u64(document_count_);
  writer.u8(drops_passages_ ? 1 : 0);
  writer.texts(terms_);
  writer.u32s(frequencies_);
  writer.u32s(documents_);
  writer.text(labels_);
  writer.text(texts_);
  writer.u32s(text_begins_);
  writer.text(letters_);
  writer.u32s(letter_begins_);
  writer.u32s(words_);
  writer.u32s(word_begins_);
  writer.u32s(substitute_begins_);
  writer.u32s(substitute_terms_);
  writer.u32s(substitute_trusts_);
  writer.u64s(initials_);
  grams_.encode(writer);
  return std::move(writer).bytes();
}

Result<NameIndex> NameIndex::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  NameIndex names;
  names.document_count_ = reader.u64();
  names.drops_passages_ = reader.u8() != 0;
  names.terms_ = reader.texts();
  names.frequencies_ = reader.u32s();
  names.documents_ = reader.u32s();
  names.labels_ = reader.text();
  names.texts_ = reader.text();
  names.text_begins_ = reader.u32s();
  names.letters_ = reader.text();
  names.letter_begins_ = reader.u32s();
  names.words_ = reader.u32s();
  names.word_begins_ = reader.u32s();
  names.substitute_begins_ = reader.u32s();
  names.substitute_terms_ = reader.u32s();
  names.substitute_trusts_ = reader.u32s();
  names.initials_ = reader.u64s();
  names.grams_ = GramIndex::decode(reader);
  if (!reader.finished() || !names.is_sound()) {
    return failure(ErrorCode::index_damaged, "the name index cannot be read",
                   "build the index again with `guidepost index`");
  }
  for (const std::string& term : names.terms_) names.beginnings_.add(term);
  names.index_terms();
  return names;
}

bool NameIndex::is_sound() const {
  const std::size_t names = documents_.size();
  const std::size_t terms = terms_.size();
  const auto name_of_initials = [](std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry & 0xffffffffU);
  };
  return frequencies_.size() == terms && std::is_sorted(terms_.begin(), terms_.end()) &&
         std::is_sorted(documents_.begin(), documents_.end()) && labels_.size() == names &&
         is_cut(text_begins_, names, texts_.size()) &&
         is_cut(letter_begins_, names, letters_.size()) &&
         is_cut(word_begins_, names, words_.size()) && are_below(words_, terms) &&
         is_cut(substitute_begins_, terms, substitute_terms_.size()) &&
         substitute_trusts_.size() == substitute_terms_.size() &&
         are_below(substitute_terms_, terms) && are_below(substitute_trusts_, 1001) &&
         are_short(word_begins_) && std::is_sorted(initials_.begin(), initials_.end()) &&
         std::all_of(initials_.begin(), initials_.end(),
                     [&](std::uint64_t entry) { return name_of_initials(entry) < names; }) &&
         grams_.is_sound(names);
}

void NameIndex::index_terms() {
  idf_.reserve(terms_.size());
  for (const std::uint32_t frequency : frequencies_) idf_.push_back(idf_of(frequency));

  weights_.reserve(documents_.size());
  for (std::uint32_t name = 0; name < documents_.size(); ++name) {
    double weight = 0;
    for (const std::uint32_t term : terms_of(name)) weight += idf_[term];
    weights_.push_back(weight);
  }

  // Each name once under each of its terms.
  posting_begins_.assign(terms_.size() + 1, 0);
  const auto each_posting = [&](auto&& take) {
    for (std::uint32_t name = 0; name < documents_.size(); ++name) {
      const auto words = terms_of(name);
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::find(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), words[i]) ==
            words.begin() + static_cast<std::ptrdiff_t>(i)) {
          take(words[i], name);
        }
      }
    }
  };
  each_posting([&](std::uint32_t term, std::uint32_t) { ++posting_begins_[term + 1]; });
  std::partial_sum(posting_begins_.begin(), posting_begins_.end(), posting_begins_.begin());
  postings_.resize(posting_begins_.back());
  std::vector<std::uint32_t> next(posting_begins_.begin(), posting_begins_.end() - 1);
  each_posting([&](std::uint32_t term, std::uint32_t name) { postings_[next[term]++] = name; });

  learn_abbreviations();

  substitutes_.reserve(substitute_terms_.size());
  for (std::size_t i = 0; i < substitute_terms_.size(); ++i) {
    constexpr double thousandth = 0.001;
    substitutes_.push_back({substitute_terms_[i], substitute_trusts_[i] * thousandth});
  }

  grams_.index(documents_.size());
}

double NameIndex::idf_of(std::size_t documents_with_term) const {
  const auto documents = static_cast<double>(document_count_);
  const double with = std::min(static_cast<double>(documents_with_term), documents);
  return std::log(1 + (documents - with + 0.5) / (with + 0.5));
}

std::string_view NameIndex::text_of(std::uint32_t name) const {
  return std::string_view(texts_).substr(text_begins_[name],
                                         text_begins_[name + 1] - text_begins_[name]);
}

std::string_view NameIndex::initials_of(std::uint32_t name) const {
  return std::string_view(letters_).substr(letter_begins_[name],
                                           letter_begins_[name + 1] - letter_begins_[name]);
}

std::span<const std::uint32_t> NameIndex::terms_of(std::uint32_t name) const {
  return piece(words_, word_begins_, name);
}

NameIndex::Range NameIndex::names_of(std::uint32_t document) const {
  const auto [first, last] = std::equal_range(documents_.begin(), documents_.end(), document);
  return {static_cast<std::uint32_t>(first - documents_.begin()),
          static_cast<std::uint32_t>(last - first)};
}

std::uint32_t NameIndex::term_named(std::string_view term) const {
  const auto [first, last] = beginnings_.around(term);
  const auto at = std::lower_bound(terms_.begin() + static_cast<std::ptrdiff_t>(first),
                                   terms_.begin() + static_cast<std::ptrdiff_t>(last), term);
  if (at == terms_.end() || *at != term) return none;
  return static_cast<std::uint32_t>(at - terms_.begin());
}

std::pair<std::uint32_t, std::uint32_t> NameIndex::terms_beginning_with(
    std::string_view prefix) const {
  const auto first = std::lower_bound(terms_.begin(), terms_.end(), prefix);
  const auto last = std::partition_point(
      first, terms_.end(), [&](const std::string& term) { return term.starts_with(prefix); });
  return {static_cast<std::uint32_t>(first - terms_.begin()),
          static_cast<std::uint32_t>(last - terms_.begin())};
}

std::span<const std::uint32_t> NameIndex::names_with(std::uint32_t term) const {
  return piece(postings_, posting_begins_, term);
}

std::span<const Substitute> NameIndex::substitutes(std::uint32_t term) const {
  return piece(substitutes_, substitute_begins_, term);
}

std::vector<std::uint32_t> NameIndex::names_with_initials(std::string_view initials) const {
  std::vector<std::uint32_t> names;
  const auto key = initials_key(initials);
  if (!key) return names;
  const std::uint64_t first = std::uint64_t{*key} << 32U;
  for (auto at = std::lower_bound(initials_.begin(), initials_.end(), first);
       at != initials_.end() && (*at >> 32U) == *key; ++at) {
    names.push_back(static_cast<std::uint32_t>(*at & 0xffffffffU));
  }
  return names;
}

}  // namespace guidepost
