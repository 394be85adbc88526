// Every text and alias of the entries as numbers of words, found by any of its words and by its initials.
#pragma once

#include "core/suggest/suggest_entry.h"
#include "core/suggest/word_table.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

/// One word of one name, in four bytes.
class NamePlace {
 public:
  NamePlace() = default;
  NamePlace(std::uint32_t name, std::uint32_t word) : value_(name << 4U | word) {}
  std::uint32_t name() const { return value_ >> 4U; }
  std::uint32_t word() const { return value_ & 15U; }

 private:
  std::uint32_t value_ = 0;
};

/// Immutable; all threads may read.
class NameTable {
 public:
  struct Name {
    std::uint32_t entry = 0;
    std::uint32_t alias = 0;       // 0: the text itself; n: aliases[n - 1]
    std::uint32_t words_end = 0;   // into the words of all names
    std::uint32_t heading_at = 0;  // of a section, the word where its heading begins; else 0
  };

  NameTable() = default;
  /// Names in the order of the entries, the text before its aliases. At most 2^28 names.
  explicit NameTable(std::span<const SuggestEntry> entries);

  std::size_t size() const { return names_.size(); }
  const WordTable& words() const { return words_; }
  const Name& name(std::uint32_t name) const { return names_[name]; }
  std::span<const std::uint32_t> words_of(std::uint32_t name) const;

  /// Where the words of the range stand, by word, then name.
  std::span<const NamePlace> places(const WordRange& range) const;

  /// The names of roles and skills whose initials are `letters`: of all 2 to 5 words, or of those that carry meaning. By name.
  std::vector<std::uint32_t> with_initials(std::string_view letters) const;

 private:
  std::vector<Name> names_;
  WordTable words_;
  std::vector<std::uint32_t> words_of_names_;
  std::vector<NamePlace> places_;
  std::vector<std::uint32_t> places_begin_;  // of each word, one more than there are words
  std::vector<std::pair<std::uint64_t, std::uint32_t>> initials_;  // packed letters, name; sorted
};

/// The places of the words in a name whose first letters are `letters`; empty when they are not its initials.
std::vector<std::uint32_t> initials_at(std::string_view letters,
                                       std::span<const std::string_view> words);

}  // namespace guidepost
