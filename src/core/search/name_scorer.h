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
#include <span>
#include <string>
#include <string_view>
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
  static constexpr std::size_t most_words = 32;

  /// By word of the query and of a name: how far it is covered, and by which word of the other side.
  struct Coverage {
    std::size_t query_count = 0;
    std::size_t name_count = 0;
    std::array<double, most_words> of_query{};
    std::array<double, most_words> of_name{};
    std::array<std::int16_t, most_words> place{};    // of a query word in the name, + 1
    std::array<std::int16_t, most_words> partner{};  // of a name's word in the query, + 1
  };

  void cover_by_terms(std::span<const std::uint32_t> terms, Coverage& covered) const;
  void cover_by_initials(std::uint32_t name, Coverage& covered, NameMatch& match) const;
  void cover_initials_of_name(std::uint32_t name, std::string_view letters, Coverage& covered,
                              NameMatch& match) const;
  double similarity(std::span<const std::uint32_t> terms, const Coverage& covered) const;
  bool is_short_form_of_other(std::string_view text) const;

  /// A name's term that may stand for a word of the query; those of one slot are a list.
  struct Use {
    std::uint32_t term = 0;
    std::uint32_t word = 0;
    double trust = 0;
    std::uint16_t next = 0;  // number in uses_, + 1
  };

  const NameIndex& names_;
  const std::vector<QueryWord>& words_;
  double query_weight_ = 0;
  std::vector<Use> uses_;
  std::array<std::uint16_t, 4096> slots_{};  // by the last bits of a term: the first of uses_, + 1
  bool reads_initials_ = false;
  std::string joined_;   // the query without spaces
  std::string spelled_;  // with them; empty like joined_ where not all of it was typed
  std::vector<std::string> initials_of_names_;  // query words that may be initials; empty where not
  std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>>
      runs_;                            // initials of runs of the query -> begin, length
  std::array<bool, 256> begins_run_{};  // whether any of them begins with this byte
};

}  // namespace guidepost
