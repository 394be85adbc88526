// The id that an author gives a heading: `## Plan your time {#plan}` (Pandoc, Docusaurus, Hugo, kramdown).
#pragma once

#include "indexer/source/markdown_blocks.h"

#include <span>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// The id of each heading, empty where it has none; takes it, and classes beside it (`{#plan .wide}`), out of the heading's text.
std::vector<std::string> take_heading_ids(std::span<Block> blocks);

}  // namespace guidepost::indexer
