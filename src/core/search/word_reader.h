// The words of one stretch of a query: names recognised, unknown words corrected or completed, each made a group of the plan.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpreter.h"
#include "core/search/speller.h"
#include "core/search/synonym_reader.h"
#include "core/text/analyzer.h"
#include "core/text/tokenizer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class WordReader {
 public:
  WordReader(const Generation& generation, const Analyzer& analyzer,
             const Interpreter::TermFrequency& frequency)
      : generation_(generation),
        analyzer_(analyzer),
        frequency_(frequency),
        synonyms_(generation, analyzer, frequency) {}

  /// Corrections for the unknown words of `text`; `at` of a change is where it stands in `text`. Names, and words that the synonyms know, are
  /// left alone. Looking for the nearest word walks the dictionary: `walks_left` says how often that may be done, and is counted down.
  std::vector<WordChange> corrections(std::string_view text, StretchEnd end,
                                      std::size_t& walks_left) const;

  /// Likelier words for those of `text` that hardly any document has, as if they were corrections.
  std::vector<WordChange> offers(std::string_view text, StretchEnd end,
                                 std::size_t& walks_left) const;

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
  WordGroup expression_group(const Stretch& stretch, std::size_t at, std::size_t count) const;
  WordGroup word_group(const Stretch& stretch, std::size_t at) const;
  void add_synonyms(const Synonyms::Match& synonym, WordGroup& group, Reading& reading) const;
  void add_completions(std::string_view folded_word, WordGroup& group) const;
  std::string typed(const Stretch& stretch, std::size_t at, std::size_t count) const;
  std::vector<std::string> terms(const Stretch& stretch, std::size_t at, std::size_t count) const;
  std::size_t compound_length(const Stretch& stretch, std::size_t at) const;
  bool is_known(const std::string& folded_word) const;
  std::optional<std::string> correct_form(const std::string& folded_word) const;
  bool is_being_typed(const Stretch& stretch, std::size_t at, StretchEnd end) const;
  std::size_t left_alone(const Stretch& stretch, std::size_t at) const;

  const Generation& generation_;
  const Analyzer& analyzer_;
  const Interpreter::TermFrequency& frequency_;
  SynonymReader synonyms_;
};

}  // namespace guidepost
