// Which names are written in which texts: "Django is a web framework for Python" names Python.
#pragma once

#include "core/recommend/term_reader.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// A name stands for the item of the same number; an item may have several.
struct ItemName {
  std::uint32_t item = 0;
  TermText terms;
};

/// Row i: the items that texts[i] names and how often; never i itself. At each place the longest name counts, of at most five words; a name that
/// several items have counts for each.
SparseRows mentions(std::span<const TermText> texts, std::span<const ItemName> names);

}  // namespace guidepost
