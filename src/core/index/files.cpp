#include "core/index/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace guidepost {
namespace {

tl::unexpected<Error> system_failure(const std::string& what, const std::filesystem::path& file) {
  const std::string reason = std::generic_category().message(errno);
  return failure(ErrorCode::io_failed, what + ": " + reason,
                 "check the disk's free space and the permissions", {file.string(), 0});
}

/// Closes on leaving the scope; close() errors matter only after fsync(), which is always called before.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t max_bytes) {
  const Descriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!input.is_open()) return system_failure("cannot be opened", file);
  struct stat status {};
  if (::fstat(input.number(), &status) != 0) return system_failure("cannot be read", file);
  if (S_ISDIR(status.st_mode)) {
    return failure(ErrorCode::io_failed, "is a directory, not a file", "", {file.string(), 0});
  }
  std::string bytes;
  std::vector<char> buffer(std::size_t{1} << 16U);
  while (true) {
    const ssize_t count = ::read(input.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure("cannot be read", file);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > max_bytes) {
      return failure(ErrorCode::io_failed, "is larger than " + std::to_string(max_bytes) + " bytes",
                     "split it", {file.string(), 0});
    }
  }
}

Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor output(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!output.is_open()) return system_failure("cannot be created", file);
  while (!bytes.empty()) {
    const ssize_t count = ::write(output.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure("cannot be written", file);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fsync(output.number()) != 0) return system_failure("cannot be written to disk", file);
  return {};
}

Result<void> sync_path(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return system_failure("cannot be opened", path);
  if (::fsync(file.number()) != 0) return system_failure("cannot be written to disk", path);
  return {};
}

Result<void> sync_tree(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::directory_iterator entries(directory, error);
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be listed: " + error.message(), "",
                   {directory.string(), 0});
  }
  for (const auto& entry : entries) {
    auto synced = entry.is_directory() ? sync_tree(entry.path()) : sync_path(entry.path());
    if (!synced) return synced;
  }
  return sync_path(directory);
}

Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path aside = file;
  aside += ".tmp";
  if (auto written = write_file(aside, bytes); !written) return written;
  if (::rename(aside.c_str(), file.c_str()) != 0) return system_failure("cannot be renamed", aside);
  return sync_path(file.parent_path());
}

}  // namespace guidepost
