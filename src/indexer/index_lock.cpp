#include "indexer/index_lock.h"

#include "core/index/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace guidepost::indexer {

IndexLock::IndexLock(IndexLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

IndexLock::~IndexLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<IndexLock> IndexLock::take(const std::filesystem::path& file) {
  IndexLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock.descriptor_ < 0) {
    return failure(ErrorCode::io_failed,
                   "cannot be opened: " + std::generic_category().message(errno),
                   "check the permissions of the index directory", {file.string(), 0});
  }
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = read_file(file, 64).value_or("unknown");
    return failure(ErrorCode::index_busy,
                   "another process is writing this index (process " +
                       holder.substr(0, holder.find('\n')) + ")",
                   "wait until it is done", {file.string(), 0});
  }
  // Who holds it is a courtesy to the next one; failing to write it changes nothing.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock.descriptor_, 0) == 0) {
    [[maybe_unused]] const auto written = ::write(lock.descriptor_, pid.data(), pid.size());
  }
  return lock;
}

}  // namespace guidepost::indexer
