// The blocks of raw HTML that stands between Markdown: `<h1 align="center">Guide</h1>`, `<details>`, a table of contributors.
//
// No document: tags may be missing at either end, because a blank line ends what Markdown hands over. Tags that say nothing about blocks
// are dropped and their text stays; scripts, styles and drawings go with their content.
#pragma once

#include "indexer/source/markdown_blocks.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// Blocks in the order of the fragment, which begins on `first_line` of its file. Time and memory grow with its size alone.
std::vector<Block> html_fragment_blocks(std::string_view html, std::size_t first_line);

}  // namespace guidepost::indexer
