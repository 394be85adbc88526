// A page of HTML as a guide: its visible text as passages, and what its structured data adds.
#pragma once

#include "core/model/guide.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/problem_list.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost::indexer {

/// A larger page is refused, unpacked.
inline constexpr std::size_t most_html_bytes = 8 * 1024 * 1024;

/// The guide of a page, any bytes. Nothing when `problems` holds an error (no text, too large, nested too deeply, an unknown charset), and
/// when the page asks not to be indexed, which is a warning. `id`: as page_id_of() makes it. `language`: of a page that names none.
std::optional<Guide> read_html(const std::string& id, std::string_view bytes, ProblemList& problems,
                               const HtmlLimits& limits = {}, const std::string& language = "en");

}  // namespace guidepost::indexer
