// A source file as text that the readers can trust: valid UTF-8, no control characters, line feeds only, no byte order mark.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost::indexer {

inline constexpr std::size_t most_source_bytes = 1'000'000;

/// Reads a regular file, unpacked. io_failed when it cannot be read; bad_input when it is larger than most_source_bytes, or, with the line,
/// where its bytes are not UTF-8 or a control character other than tab and line end. Lines keep their numbers.
Result<std::string> read_source_text(const std::filesystem::path& path);

/// The same for bytes already read; `file` is named in errors.
Result<std::string> source_text(std::string_view bytes, const std::string& file);

}  // namespace guidepost::indexer
