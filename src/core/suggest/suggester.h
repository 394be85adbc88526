// Completes what is being typed: roles, skills and phrases of the corpus. From memory; immutable; all threads may use one.
#pragma once

#include "core/result.h"
#include "core/suggest/suggestion.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// A thing that can be completed. `aliases` complete to it too. Among equal matches the larger `weight` comes first.
struct SuggestEntry {
  std::string text;
  SuggestionType type = SuggestionType::phrase;
  std::string id;
  std::string url;
  std::vector<std::string> aliases;
  double weight = 0;
};

class Suggester {
 public:
  Suggester() = default;
  explicit Suggester(std::vector<SuggestEntry> entries);

  /// The file of a generation, and back. A damaged text is an error (index_damaged), never a crash.
  std::string encode() const;
  static Result<Suggester> decode(std::string_view bytes);

  /// Completions of `typed` (any bytes): each of its words begins a word of the entry, in the same order. Nothing typed gives the most useful
  /// entries. Names that begin with the text come before those that hold it; the text of an entry before its aliases.
  SuggestAnswer suggest(std::string_view typed, std::size_t limit) const;

 private:
  struct Name {  // a text or an alias of an entry, as folded words
    std::uint32_t entry;
    std::uint32_t alias;  // 0: the text itself; n: aliases[n - 1]
    std::vector<std::string> words;
  };
  struct WordStart {  // one word of one name; sorted by word, for prefix look-up
    std::uint32_t name;
    std::uint32_t word;
  };

  std::vector<SuggestEntry> entries_;  // by usefulness
  std::vector<Name> names_;
  std::vector<WordStart> starts_;
};

}  // namespace guidepost
