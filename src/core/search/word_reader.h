// The words of one stretch of a query: names recognised, unknown words corrected or completed, each made a group of the plan.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpreter.h"
#include "core/text/analyzer.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class WordReader {
 public:
  WordReader(const Generation& generation, const Analyzer& analyzer,
             const Interpreter::TermFrequency& frequency)
      : generation_(generation), analyzer_(analyzer), frequency_(frequency) {}

  /// Corrections for the unknown words of `text`; `at` of a change is where it stands in `text`.
  std::vector<WordChange> corrections(std::string_view text, StretchEnd end) const;

  /// Reads `text` into groups, names and reports, appended to `reading`; at most ranking::max_words.
  void read(std::string_view text, StretchEnd end, StopWords stop_words, Reading& reading) const;

  /// The words of a quotation in a row: one alternative; no terms when it holds no word.
  WordGroup phrase(std::string_view text) const;

  /// A name or a word as a group, without correction or completion: what an exclusion looks for.
  std::vector<WordGroup> groups(std::string_view text) const;

 private:
  struct Stretch {
    std::string_view text;
    std::vector<Word> words;
  };

  WordGroup name_group(const Stretch& stretch, std::size_t at, const Lexicon::Match& match) const;
  WordGroup compound_group(const Stretch& stretch, std::size_t at, std::size_t count) const;
  WordGroup word_group(const Stretch& stretch, std::size_t at) const;
  void add_completions(std::string_view folded_word, WordGroup& group) const;
  std::string typed(const Stretch& stretch, std::size_t at, std::size_t count) const;
  std::vector<std::string> terms(const Stretch& stretch, std::size_t at, std::size_t count) const;
  std::size_t compound_length(const Stretch& stretch, std::size_t at) const;
  bool is_known(const std::string& folded_word) const;

  const Generation& generation_;
  const Analyzer& analyzer_;
  const Interpreter::TermFrequency& frequency_;
};

}  // namespace guidepost
