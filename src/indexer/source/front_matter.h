// The head of a Markdown source: YAML between two `---` lines, then the body.
#pragma once

#include "core/result.h"
#include "indexer/source/yaml_value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::indexer {

inline constexpr std::size_t most_front_matter_bytes = 65'536;

struct FrontMatter {
  YamlValue fields;           // a map, perhaps an empty one
  std::string_view body;      // what follows the closing line
  std::size_t body_line = 0;  // the line of the file that `body` begins on
};

/// Splits `text` (as source_text() leaves it). `body` is a view of `text`. bad_input, with the line, when there is no front matter,
/// it is not closed, too large, not YAML, or not a mapping.
Result<FrontMatter> read_front_matter(std::string_view text, const std::string& file);

}  // namespace guidepost::indexer
