#include "core/index/name_index.h"

#include "core/index/letter_grams.h"
#include "core/index/record.h"
#include "core/text/name_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guidepost {
namespace {

void write_u64s(RecordWriter& writer, const std::vector<std::uint64_t>& values) {
  writer.u32(static_cast<std::uint32_t>(values.size()));
  for (const std::uint64_t value : values) writer.u64(value);
}

std::vector<std::uint64_t> read_u64s(RecordReader& reader) {
  std::vector<std::uint64_t> values(reader.count(8));
  for (std::uint64_t& value : values) value = reader.u64();
  return values;
}

/// `begins` cuts `size` things into `parts` pieces.
bool is_cut(const std::vector<std::uint32_t>& begins, std::size_t parts, std::size_t size) {
  return begins.size() == parts + 1 && begins.front() == 0 && begins.back() == size &&
         std::is_sorted(begins.begin(), begins.end());
}

bool are_below(const std::vector<std::uint32_t>& numbers, std::size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return number < limit; });
}

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
  write_u64s(writer, initials_);
  write_u64s(writer, gram_keys_);
  writer.u32s(gram_begins_);
  writer.u32s(gram_names_);
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
  names.initials_ = read_u64s(reader);
  names.gram_keys_ = read_u64s(reader);
  names.gram_begins_ = reader.u32s();
  names.gram_names_ = reader.u32s();
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
         std::is_sorted(gram_keys_.begin(), gram_keys_.end()) &&
         is_cut(gram_begins_, gram_keys_.size(), gram_names_.size()) &&
         are_below(gram_names_, names);
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

  gram_idf_.reserve(gram_keys_.size());
  inverse_norms_.assign(gram_keys_.empty() ? 0 : documents_.size(), 0);
  for (std::size_t gram = 0; gram < gram_keys_.size(); ++gram) {
    const auto count = static_cast<double>(gram_begins_[gram + 1] - gram_begins_[gram]);
    const auto idf = static_cast<float>(
        std::log((1 + static_cast<double>(documents_.size())) / (1 + count)) + 1);
    gram_idf_.push_back(idf);
    for (std::uint32_t i = gram_begins_[gram]; i < gram_begins_[gram + 1]; ++i) {
      inverse_norms_[gram_names_[i]] += idf * idf;
    }
  }
  for (float& norm : inverse_norms_) norm = norm > 0 ? 1 / std::sqrt(norm) : 0;
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

std::uint32_t NameIndex::gram_named(std::uint64_t key) const {
  const auto at = std::lower_bound(gram_keys_.begin(), gram_keys_.end(), key);
  return at == gram_keys_.end() || *at != key ? none
                                              : static_cast<std::uint32_t>(at - gram_keys_.begin());
}

std::vector<float> NameIndex::letter_cosines(std::string_view text) const {
  if (gram_keys_.empty()) return {};
  std::vector<float> cosines(documents_.size(), 0);
  double squares = 0;
  for (const std::uint64_t key : letter_grams(text)) {
    const std::uint32_t gram = gram_named(key);
    if (gram == none) {
      // What no name holds is as rare as can be, and counts against all of them.
      const double idf = std::log(1 + static_cast<double>(documents_.size())) + 1;
      squares += idf * idf;
      continue;
    }
    const float idf = gram_idf_[gram];
    squares += static_cast<double>(idf) * static_cast<double>(idf);
    const float weight = idf * idf;
    for (std::uint32_t i = gram_begins_[gram]; i < gram_begins_[gram + 1]; ++i) {
      cosines[gram_names_[i]] += weight;
    }
  }
  if (squares <= 0) return cosines;
  const auto scale = static_cast<float>(1 / std::sqrt(squares));
  for (std::size_t name = 0; name < cosines.size(); ++name) {
    cosines[name] *= scale * inverse_norms_[name];
  }
  return cosines;
}

}  // namespace guidepost
