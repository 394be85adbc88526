// The words that texts of the index hold, as people type them (folded, unstemmed), with how many documents hold each.
//
// One sorted array is the whole structure: a range of it that shares its first d bytes is a node of a trie, so prefixes and edit distances
// are walked without any further memory. Immutable; all threads may read.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct DictionaryMatch {
  std::string word;
  std::uint32_t documents = 0;
  std::size_t distance = 0;  // edits, as edit_distance() counts them
};

class Dictionary {
 public:
  Dictionary() = default;
  explicit Dictionary(const std::map<std::string, std::uint32_t>& words);

  std::string encode() const;
  static Result<Dictionary> decode(std::string_view bytes);

  std::size_t size() const { return documents_.size(); }

  /// All of them, with how many documents hold each.
  std::map<std::string, std::uint32_t> words() const;

  /// How many documents hold the word; 0 when none does.
  std::uint32_t documents_with(std::string_view word) const;

  /// The words within `limit` edits of `word` (itself included), nearest first, then more frequent, then by bytes; at most `most`.
  /// Exhaustive: every word within the limit competes.
  std::vector<DictionaryMatch> near(std::string_view word, std::size_t limit,
                                    std::size_t most) const;

  /// Whether a word begins with `prefix`: one binary search.
  bool begins_some(std::string_view prefix) const;

  /// The words that begin with `prefix`, the most frequent first, then by bytes; at most `most`.
  std::vector<DictionaryMatch> completions(std::string_view prefix, std::size_t most) const;

 private:
  std::string_view word(std::size_t index) const {
    return std::string_view(pool_).substr(begins_[index], begins_[index + 1] - begins_[index]);
  }

  std::string pool_;                      // all words, sorted, one behind the other
  std::vector<std::uint32_t> begins_{0};  // into pool_, one more than there are words
  std::vector<std::uint32_t> documents_;

  /// The first word that is not before `text`; size() when all are.
  std::size_t lower_bound(std::string_view text) const;

  friend class DictionaryWalk;
};

}  // namespace guidepost
