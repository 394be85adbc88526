// The bytes of a page of HTML as UTF-8, from the encoding that the page says it has.
#pragma once

#include "indexer/source/problem_list.h"

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::indexer {

/// The name in `<meta charset="...">`, or in the `content` of a <meta>, within the first 4 KB and in no comment, as it is written; a view of
/// `html`, empty when there is none.
std::string_view declared_charset(std::string_view html);

/// By a byte order mark, else as declared, else UTF-8. Nothing, and an error in `problems`, for an encoding that nobody knows and for
/// a page that names none and is not UTF-8. Where a page breaks its encoding there is a warning, and U+FFFD stands or will stand in its text.
std::optional<std::string> html_utf8(std::string_view bytes, ProblemList& problems);

}  // namespace guidepost::indexer
