// What the head of anybody's Markdown says about its page: YAML between two `---` lines, or TOML between two `+++` lines.
//
// Unlike front_matter.h nothing here is an error: a page without a head is all body, and of a head that is not YAML (`title: One: two` is
// not) the lines that can be read are read.
#pragma once

#include "indexer/source/problem_list.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

struct PageHead {
  std::string title;  // empty where there is none, as are the others
  std::string description;
  std::string language;  // as written: "de", "pt-BR"
  std::vector<std::string> tags;
  std::vector<std::string> keywords;
  std::string_view body;
  std::size_t body_line = 1;  // the line of the file that `body` begins on
};

/// Splits `text` (as source_text() leaves it); `body` is a view of it. A head that breaks its own syntax is a warning. Single texts have at
/// most 300 bytes, lists at most 50 texts of 100 bytes.
PageHead read_page_head(std::string_view text, ProblemList& problems);

}  // namespace guidepost::indexer
