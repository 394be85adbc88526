// A text too long for one passage, cut where a reader would pause.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// `text` whole when it has at most `most_bytes`; else pieces of at most that many, without the white space between them. A cut is made in
/// the second half of a piece: where a paragraph ends, or a line, a sentence, a word, and else between two characters. REQUIRES: valid
/// UTF-8, and most_bytes of 8 or more. The views live as long as `text`.
std::vector<std::string_view> pieces_of(std::string_view text, std::size_t most_bytes);

}  // namespace guidepost::indexer
