// What a person meant by a text: words, names, phrases, exclusions, filters. Never an error.
//
// `k8s interveiw role:devops-engineer -junior` is read as the skill Kubernetes, the word "interview" (corrected, and a section), a filter
// and an exclusion. The reading is reported in every answer; the plan made of it is what is searched.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpretation.h"
#include "core/search/query_plan.h"
#include "core/search/query_text.h"
#include "core/search/search_request.h"
#include "core/text/analyzer.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace guidepost {

/// A text as understood.
struct Reading {
  Interpretation interpretation;  // steps are left to the searcher
  QueryPlan plan;                 // every word required
  std::optional<DidYouMean> did_you_mean;
  std::string wanted;  // the words that are looked for, as typed: without filters and exclusions
  std::set<std::string> asking;  // folded words that ask for a section, or about pay
  bool asks_about_pay = false;
  bool is_strict = false;  // a phrase or an exclusion was meant: what is only similar may break it
};

class WordReader;

/// Whether the end of a stretch of words is the end of what has been typed so far.
enum class StretchEnd { complete, being_typed };

/// Words too common to search for are left out, unless nothing else is left.
enum class StopWords { skip, keep };

class Interpreter {
 public:
  /// In how many documents a term stands.
  using TermFrequency = std::function<std::size_t(const std::string& term)>;

  /// All three must outlive the interpreter.
  Interpreter(const Generation& generation, const Analyzer& analyzer, TermFrequency frequency)
      : generation_(generation), analyzer_(analyzer), frequency_(std::move(frequency)) {}

  /// `text`: valid UTF-8 of at most SearchRequest::max_text_bytes.
  Reading read(std::string_view text, Typing typing) const;

 private:
  struct Stretch {
    QueryPiece piece;
    StretchEnd end;
  };

  /// What is said, but not searched. The pieces are as they were typed.
  static std::vector<WordChange> offers(const WordReader& words, std::span<const Stretch> stretches,
                                        std::size_t walks_left);

  Reading read_stretches(const WordReader& words, std::span<const Stretch> stretches,
                         StopWords stop_words) const;

  const Generation& generation_;
  const Analyzer& analyzer_;
  TermFrequency frequency_;
};

}  // namespace guidepost
