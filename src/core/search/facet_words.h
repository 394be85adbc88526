// Words of a query that name a level ("entry level", "senior") or a family of roles ("healthcare"): what is preferred, not what is required.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpretation.h"
#include "core/text/tokenizer.h"

#include <string_view>
#include <vector>

namespace guidepost {

/// Appends them to `interpretation`. `text`: what `words` were cut from. Only levels and families that the index has are recognised, and not
/// inside a name: "data" of "data engineer" is no family.
void read_facet_words(const Generation& generation, std::string_view text,
                      const std::vector<Word>& words, Interpretation& interpretation);

}  // namespace guidepost
