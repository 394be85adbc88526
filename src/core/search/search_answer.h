// What a search returns: plain values, no markup, no JSON, no Xapian.
#pragma once

#include "core/index/facet_field.h"
#include "core/model/section_kind.h"
#include "core/recommend/related_skill.h"
#include "core/search/interpretation.h"
#include "core/search/nearest.h"
#include "core/text/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

struct SkillName {
  std::string id;
  std::string label;
};

/// A named number and what it is the sum of. Leaves have no parts.
struct Explanation {
  std::string name;
  double value = 0;
  std::vector<Explanation> parts;
};

struct Hit {
  std::string id;
  std::string type;  // guide, passage, skill, tip
  std::string title;
  std::string guide, guide_title;      // empty where the document belongs to no guide
  std::string section, section_title;  // kind name and heading; empty where there is none
  std::string section_anchor;          // of the section on the guide's page
  std::string family;                  // of a guide
  std::string kind;                    // of a skill
  std::string url;                     // empty for a passage of no page
  std::string extra;  // what only the source understands: a JSON object; may be empty
  std::string snippet;
  std::vector<ByteRange> title_highlights;  // sorted, disjoint, on character borders
  std::vector<ByteRange> snippet_highlights;
  std::vector<SkillName> skills;
  double score = 0;
  std::optional<Explanation> explanation;
  std::vector<double>
      features;  // with an explanation: what it is made of, unweighted, by ranking::Feature; may be empty
};

struct FacetValue {
  std::string value;
  std::string label;
  std::size_t count = 0;
  bool selected = false;
};

/// `values` holds the largest counts (and every selected value); `total` counts all values, always exactly.
struct FacetCounts {
  FacetField field;
  std::size_t total = 0;
  std::vector<FacetValue> values;
};

enum class MatchQuality {
  all,         // every word was found together
  partial,     // words were dropped: see interpretation.steps
  nearest,     // nothing matched; the hits are the nearest there is
  everything,  // no words were given
  none,        // no document fulfils the filters
};

struct SearchAnswer {
  std::string query;  // the text as read: valid UTF-8, cut to its limit
  std::size_t total = 0;
  bool is_exact = true;  // whether `total` and the counts are the true ones
  std::size_t offset = 0;
  std::size_t limit = 0;
  MatchQuality match = MatchQuality::all;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;  // in the order asked for
  std::vector<RelatedSkill> related_skills;
  std::optional<DidYouMean> did_you_mean;
  std::optional<Nearest> nearest;  // where nothing matched the words
  Interpretation interpretation;
  std::string generation;
};

}  // namespace guidepost
