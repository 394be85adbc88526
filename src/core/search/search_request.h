// One question to the searcher, as a value.
#pragma once

#include "core/index/facet_field.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

enum class Sort { relevance, title, title_descending };
enum class Group { none, guide };
enum class Explain { no, yes };
/// What is wanted of a hit: all that a person is shown, or which document it is and its score.
enum class Detail { full, ids };
/// Whether the last word may be the beginning of a word: the search-as-you-type path.
enum class Typing { finished, in_progress };

/// `field` must have `value`; several filters of one field are alternatives, different fields must all hold.
struct Filter {
  FacetField field;
  std::string value;

  friend bool operator==(const Filter&, const Filter&) = default;
};

struct SearchRequest {
  static constexpr std::size_t max_text_bytes = 512;
  static constexpr std::size_t max_limit = 100;
  static constexpr std::size_t max_offset = 1000;

  std::string text;  // any bytes; only the first max_text_bytes are read
  std::vector<Filter> filters;
  std::vector<FacetField> facets;  // the fields to count
  Group group = Group::none;
  Sort sort = Sort::relevance;
  std::size_t limit = 10;  // at most max_limit
  std::size_t offset = 0;  // at most max_offset
  Typing typing = Typing::finished;
  Explain explain = Explain::no;
  Detail detail = Detail::full;
};

}  // namespace guidepost
