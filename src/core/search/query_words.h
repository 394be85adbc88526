// The words of a query as they are compared with names: each with all that may stand for it, and how far that is trusted.
//
//   "tech suport"  -> tech (technician .63, technology .31) · suport (unknown: support .9, sport .72)
//
// Known words get what the names themselves teach (substitutes) and near spellings, always below themselves; unknown ones also edits. That
// condition keeps clean queries whole: an exact name outweighs everything found through a stand-in.
#pragma once

#include "core/index/generation.h"
#include "core/search/search_request.h"
#include "core/text/analyzer.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct StandIn {
  std::string term;
  double trust = 1;
};

/// Several words in a row that stand in for one: "curriculum vitae" for "cv".
struct PhraseStandIn {
  std::vector<std::string> terms;
  double trust = 1;
};

struct QueryWord {
  std::string folded;
  std::vector<StandIn> ways;  // the word itself first, if anything holds it; each term once
  double idf = 0;
  bool may_be_initials = false;
  bool is_typed = true;  // else it stands in a variant for words that were
  std::vector<PhraseStandIn> phrases = {};
};

/// Whether a name of any document has the word.
bool is_in_name(const std::string& folded, const Generation& generation, const Analyzer& analyzer);

/// `frequency`: how many documents hold a term.
/// `typing`: whether the last word may be the beginning of one.
std::vector<QueryWord> query_words(std::string_view text, Typing typing,
                                   const Generation& generation, const Analyzer& analyzer,
                                   const std::function<std::size_t(const std::string&)>& frequency);

}  // namespace guidepost
