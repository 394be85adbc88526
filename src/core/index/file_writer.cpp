#include "core/index/file_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 18U;

tl::unexpected<Error> cannot(const std::string& what, int reason, const std::filesystem::path& at) {
  return failure(ErrorCode::io_failed, what + ": " + std::generic_category().message(reason),
                 "check the disk's free space and the permissions", {at.string(), 0});
}

}  // namespace

Result<FileWriter> FileWriter::create(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return cannot("cannot be created", errno, file);
  return FileWriter(file, descriptor);
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      failed_(other.failed_),
      buffer_(std::move(other.buffer_)),
      size_(other.size_) {}

FileWriter::~FileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::append(std::string_view bytes) {
  size_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= buffer_bytes) flush();
}

void FileWriter::flush() {
  std::string_view rest = buffer_;
  while (failed_ == 0 && !rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      failed_ = errno;
      break;
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  buffer_.clear();
}

Result<void> FileWriter::finish() {
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0 && failed_ == 0) failed_ = errno;
  if (failed_ != 0) return cannot("cannot be written", failed_, file_);
  return {};
}

}  // namespace guidepost
