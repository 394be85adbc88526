// At most one process writes an index directory: an advisory lock on its LOCK file.
#pragma once

#include "core/result.h"

#include <filesystem>

namespace guidepost::indexer {

/// Held until the object goes, or the process does: the kernel drops it even on SIGKILL, so there is no stale lock to clean up.
class IndexLock {
 public:
  /// index_busy, with the holder's process id, when another process has it; io_failed when the file cannot be made.
  static Result<IndexLock> take(const std::filesystem::path& file);

  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&&) = delete;
  ~IndexLock();

 private:
  explicit IndexLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace guidepost::indexer
