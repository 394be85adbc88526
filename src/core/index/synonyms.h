// What else a person may mean by words of a query, by rules that somebody wrote. A file of the generation.
//
//   salary => pay, wage     "salary" is looked for as "pay" too, "pay" not as "salary"
//   [cv, curriculum vitae]  each of them is looked for as the other
//
// Only queries are read by it: no document knows of it, so a changed rule changes no document.
#pragma once

#include "core/model/synonym_rule.h"
#include "core/result.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read.
class Synonyms {
 public:
  struct Match {
    std::size_t words = 0;                  // how many words it spans, at least 1
    std::span<const std::string> meanings;  // as written, in the order of the rules; never empty
  };

  Synonyms() = default;
  explicit Synonyms(const std::vector<SynonymRule>& rules);

  /// The longest expression that begins at words[at]. Case and accents do not matter; of its last word the plural is recognised.
  std::optional<Match> longest_match(std::span<const Word> words, std::size_t at) const;

  /// How many expressions mean something else as well.
  std::size_t size() const { return meanings_.size(); }

  std::string encode() const;
  /// index_damaged when it is no such file.
  static Result<Synonyms> decode(std::string_view bytes);

 private:
  using Meanings = std::map<std::string, std::vector<std::string>, std::less<>>;

  Meanings meanings_;  // by the folded words of the expression, a space between
};

}  // namespace guidepost
