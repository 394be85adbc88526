// Text whose white space carries no meaning: " a\n  b " and "a b" are the same.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// `text` with every run of spaces, tabs and line feeds as one space, and none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace guidepost::indexer
