// Names that are one thing however they are spelt: skills and roles, recognised in texts and queries by longest match.
//
// "Node.js", "NodeJS" and "node js" share the key "nodejs" and so the unit term of one skill. A name that is also an everyday word or a
// letter ("Go", "C") counts in a text only as written and where it can be meant: not in "Go through it", "vitamin C" or "C. Smith"; written
// small only in a list of names ("python, go, r"). In a query case never matters. Immutable; all threads may read.
#pragma once

#include "core/text/beginning_index.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The form in which names are compared: its words, folded, written together. "Node JS" -> "nodejs", ".NET" -> ".net".
std::string name_key(std::string_view name);

/// The keys a name is recognised by: name_key(), and the singular of its last word where that is safe ("REST APIs" also as "restapi").
std::vector<std::string> recognised_keys(std::string_view name);

/// An English plural made singular ("apis" -> "api", "queries" -> "query"); anything else as it is.
std::string singular(std::string_view folded_word);

enum class NameCase { any, exact };
/// Whether the words of a name keep their form or are stemmed like prose: "Redis" keeps, "Negotiation" is stemmed.
enum class NameForm { stemmed, kept };

struct LexiconEntry {
  std::string name;  // as written
  std::string unit;  // the term of what it names (schema.h)
  NameCase name_case = NameCase::any;
  NameForm form = NameForm::stemmed;
};

class Lexicon {
 public:
  static constexpr std::size_t max_name_words = 6;

  enum class Side { text, query };

  struct Match {
    std::size_t words = 0;  // how many words it spans, at least 1
    const LexiconEntry* entry = nullptr;
  };

  Lexicon() = default;
  /// Of entries that share a key the first is kept.
  explicit Lexicon(std::vector<LexiconEntry> entries);

  /// The longest name that begins at words[at]; nothing when there is none. `text` is what the words were cut from.
  std::optional<Match> longest_match(std::string_view text, std::span<const Word> words,
                                     std::size_t at, Side side) const;

  /// Whether this folded word, alone, is a name that keeps its form.
  bool keeps_form(std::string_view folded_word) const;

 private:
  struct Key {
    std::string text;
    std::uint32_t entry;
  };

  /// The first key that is not less than `text`: of the keys that begin with it, the shortest.
  std::vector<Key>::const_iterator lower_bound(std::string_view text) const;
  const LexiconEntry* find(std::string_view key) const;
  bool is_meant(const LexiconEntry& entry, std::string_view text, std::span<const Word> words,
                std::size_t at, std::size_t count) const;
  bool is_listed(std::string_view text, std::span<const Word> words, std::size_t at) const;

  std::vector<LexiconEntry> entries_;
  std::vector<Key> keys_;      // sorted, each once
  BeginningIndex beginnings_;  // of keys: every word of every text is looked for
};

}  // namespace guidepost
