// All words of the names that can be completed, sorted, each once: a range of them that share a beginning is a node of a trie.
//
// A word is its number, what is typed is ranges of numbers, and all further comparing is of numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Words [begin, end), which begin with what was typed but for `edits`.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t edits = 0;

  friend bool operator==(const WordRange&, const WordRange&) = default;
};

/// Immutable; all threads may read.
class WordTable {
 public:
  WordTable() = default;
  /// REQUIRES: sorted, each once, less than 4 GB of them.
  explicit WordTable(const std::vector<std::string>& words);

  std::size_t size() const { return begins_.size() - 1; }
  std::string_view word(std::size_t number) const {
    return std::string_view(pool_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }

  /// The words that begin with `typed`; may be empty. O(log size).
  WordRange beginning_with(std::string_view typed) const;

  /// The word that is `typed`; may be empty.
  WordRange equal_to(std::string_view typed) const;

  /// The words of which some beginning is at most `limit` edits from `typed`, as disjoint ranges in order, each with its edits: those of the
  /// nearest beginning, and one more where the first letter is another. `typed` must have more than `limit` bytes. A bounded walk over the
  /// trie (Ukkonen's cut-off on Damerau's edits), as in Schulz and Mihov, "Fast String Correction with Levenshtein-Automata", 2002.
  std::vector<WordRange> beginning_near(std::string_view typed, std::size_t limit) const;

 private:
  std::uint32_t lower_bound(std::string_view text) const;

  std::string pool_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace guidepost
