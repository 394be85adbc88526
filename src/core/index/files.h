// Reading and durably writing whole files.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

/// The bytes of a file. io_failed when it is missing, unreadable, or larger than `max_bytes`.
Result<std::string> read_file(const std::filesystem::path& file,
                              std::size_t max_bytes = std::size_t{1} << 34U);

/// Writes and fsyncs; the directory entry is not synced (sync_path does that).
Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

/// fsync of a file or a directory that is there.
Result<void> sync_path(const std::filesystem::path& path);

/// sync_path for everything below `directory`, deepest first, and for itself.
Result<void> sync_tree(const std::filesystem::path& directory);

/// Replaces `file` by `bytes` in one step: readers see the old content or the new. Durable when it returns.
Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace guidepost
