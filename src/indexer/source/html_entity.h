// Character references of HTML and Markdown as the characters they stand for: "&amp;" -> "&", "&#233;" -> "é".
#pragma once

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// The characters of one reference, `&` and `;` included. Names: Latin-1, and the punctuation, arrows and currency that prose uses;
/// an unknown name comes back as written. A number that is no character is U+FFFD; a control character is a space.
std::string decode_entity(std::string_view reference);

}  // namespace guidepost::indexer
