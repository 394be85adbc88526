// Text that came inside data: HTML, HTML with its angle brackets escaped, or plain text with line feeds, and nobody says which.
#pragma once

#include "indexer/source/markdown_blocks.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// The blocks of such a text, all of them on `line`.
std::vector<Block> blocks_of_string(std::string_view text, std::size_t line);

/// The same as one text; see joined_text().
std::string plain_text_of(std::string_view text);

}  // namespace guidepost::indexer
