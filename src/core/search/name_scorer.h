// How well a name says what was typed: covered in both directions, weighted by how rare the words are.
//
//   query "cna", name "Certified Nursing Assistant"      initials cover the whole run
//   query "tech support", name "Technical support agent"  sqrt((.63 tech + support) / query * (...) / name)
#pragma once

#include "core/index/name_index.h"
#include "core/search/query_words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

/// Each 0 to 1.
struct NameMatch {
  double similarity =
      0;  // sqrt(share of the query that the name covers * share of the name that the query covers)
  double pairs = 0;  // neighbours of the query that are neighbours, in order, in the name
  double last = 0;
  double first = 0;
  double abbreviated = 0;  // where the query is its initials: how likely it is said by them

  /// What the best name of a document is chosen by.
  double rank() const;
};

class NameScorer {
 public:
  /// All must outlive the scorer.
  NameScorer(const NameIndex& names, const std::vector<QueryWord>& words);

  NameMatch match(std::uint32_t name) const;

  /// For each name of the index what it shares with the query, by rarity and trust, against its own length; 0 for most. `touched`: those above 0,
  /// each once.
  std::vector<float> overlaps(std::vector<std::uint32_t>& touched) const;

  double query_weight() const { return query_weight_; }

 private:
  bool is_short_form_of_other(std::string_view text) const;

  struct Use {
    std::uint32_t word = 0;
    double trust = 0;
  };

  const NameIndex& names_;
  const std::vector<QueryWord>& words_;
  double query_weight_ = 0;
  std::unordered_map<std::uint32_t, std::vector<Use>> uses_;  // of a name's term
  std::array<bool, 4096> is_maybe_used_{};  // by the last bits of a term: spares most look-ups
  bool reads_initials_ = false;
  std::string joined_;   // the query without spaces
  std::string spelled_;  // with them; empty like joined_ where not all of it was typed
  std::vector<std::string> initials_of_names_;  // query words that may be initials; empty where not
  std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>>
      runs_;  // initials of runs of the query -> begin, length
};

}  // namespace guidepost
