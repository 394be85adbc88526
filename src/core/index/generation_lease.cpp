#include "core/index/generation_lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace guidepost {

Result<GenerationLease> GenerationLease::take(const std::filesystem::path& generation) {
  const auto missing = [&](const std::string& what) {
    return failure(ErrorCode::index_missing, what, "build an index with `guidepost index`",
                   {generation.string(), 0});
  };
  GenerationLease lease;
  lease.descriptor_ = ::open(generation.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lease.descriptor_ < 0) {
    return missing("there is no such generation: " + std::generic_category().message(errno));
  }
  // Who removes it holds it for the time of one rename.
  int locked = 0;
  do {
    locked = ::flock(lease.descriptor_, LOCK_SH);
  } while (locked != 0 && errno == EINTR);
  if (locked != 0) {
    return missing("cannot be held: " + std::generic_category().message(errno));
  }
  struct stat held {};
  struct stat named {};
  const bool is_there = ::fstat(lease.descriptor_, &held) == 0 &&
                        ::stat(generation.c_str(), &named) == 0 && held.st_ino == named.st_ino;
  if (!is_there) return missing("was removed");
  return lease;
}

std::optional<GenerationLease> GenerationLease::take_to_remove(
    const std::filesystem::path& generation) {
  GenerationLease lease;
  lease.descriptor_ = ::open(generation.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lease.descriptor_ < 0) return std::nullopt;
  if (::flock(lease.descriptor_, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lease;
}

GenerationLease::GenerationLease(GenerationLease&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

GenerationLease& GenerationLease::operator=(GenerationLease&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

GenerationLease::~GenerationLease() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace guidepost
