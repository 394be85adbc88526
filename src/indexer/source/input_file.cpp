#include "indexer/source/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr int gzip_window_bits = 15 + 16;  // zlib: the largest window, with a gzip header

}  // namespace

struct InputFile::Parts {
  std::filesystem::path path;
  int descriptor = -1;
  std::uint64_t size = 0;
  std::uint64_t consumed = 0;
  std::vector<char> packed = std::vector<char>(buffer_bytes);
  std::string_view unread;  // of packed
  bool is_at_end = false;   // of the file's bytes
  bool is_gzip = false;
  bool is_in_member = false;  // of gzip: a stream was begun and has not ended
  bool has_ended = false;     // nothing more will come
  z_stream stream{};
  bool has_stream = false;
  std::vector<char> unpacked;

  ~Parts() {
    if (has_stream) inflateEnd(&stream);
    if (descriptor >= 0) ::close(descriptor);
  }

  tl::unexpected<Error> failed(ErrorCode code, const std::string& what,
                               const std::string& hint) const {
    return failure(code, what, hint, {path.string(), 0});
  }

  Result<void> fill() {
    while (unread.empty() && !is_at_end) {
      const ssize_t count = ::read(descriptor, packed.data(), packed.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) {
        return failed(ErrorCode::io_failed,
                      "cannot be read: " + std::generic_category().message(errno),
                      "check the disk and the permissions");
      }
      consumed += static_cast<std::uint64_t>(count);
      is_at_end = count == 0;
      unread = {packed.data(), static_cast<std::size_t>(count)};
    }
    return {};
  }

  /// Two bytes tell; a first read may give only one.
  Result<void> look_at_magic() {
    std::size_t held = 0;
    while (held < gzip_magic.size()) {
      const ssize_t count = ::read(descriptor, packed.data() + held, packed.size() - held);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) {
        return failed(ErrorCode::io_failed,
                      "cannot be read: " + std::generic_category().message(errno),
                      "check the disk and the permissions");
      }
      if (count == 0) break;
      held += static_cast<std::size_t>(count);
    }
    consumed = held;
    unread = {packed.data(), held};
    is_gzip = unread.starts_with(gzip_magic);
    return {};
  }

  Result<std::string_view> read_plain(std::size_t most) {
    if (auto filled = fill(); !filled) return failure(filled.error());
    const std::string_view piece = unread.substr(0, most);
    unread.remove_prefix(piece.size());
    return piece;
  }

  Result<void> begin_member() {
    const int begun = has_stream ? inflateReset(&stream) : inflateInit2(&stream, gzip_window_bits);
    has_stream = true;
    is_in_member = begun == Z_OK;
    if (is_in_member) return {};
    return failed(ErrorCode::internal, "zlib could not begin", "");
  }

  Result<std::string_view> read_gzip(std::size_t most) {
    unpacked.resize(most);
    while (true) {
      if (auto filled = fill(); !filled) return failure(filled.error());
      if (unread.empty()) {
        has_ended = true;
        if (!is_in_member) return std::string_view();
        return failed(ErrorCode::bad_input, "the gzip data ends too early",
                      "fetch or pack the file again");
      }
      if (!is_in_member) {
        if (auto begun = begin_member(); !begun) return failure(begun.error());
      }
      // zlib does not write to its input; its interface is older than const.
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(unread.data()));
      stream.avail_in = static_cast<uInt>(unread.size());
      stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
      stream.avail_out = static_cast<uInt>(unpacked.size());
      const int result = inflate(&stream, Z_NO_FLUSH);
      unread.remove_prefix(unread.size() - stream.avail_in);
      if (result == Z_STREAM_END) {
        is_in_member = false;  // another member may follow
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        has_ended = true;
        return failed(ErrorCode::bad_input, "the gzip data is damaged",
                      "fetch or pack the file again");
      }
      const std::size_t count = unpacked.size() - stream.avail_out;
      if (count > 0) return std::string_view(unpacked.data(), count);
    }
  }
};

InputFile::InputFile(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
InputFile::InputFile(InputFile&&) noexcept = default;
InputFile& InputFile::operator=(InputFile&&) noexcept = default;
InputFile::~InputFile() = default;

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
  auto parts = std::make_unique<Parts>();
  parts->path = path;
  // Opening a pipe would wait for a writer.
  parts->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (parts->descriptor < 0) {
    return parts->failed(ErrorCode::io_failed,
                         "cannot be opened: " + std::generic_category().message(errno),
                         "check that it exists and its permissions");
  }
  struct stat status {};
  if (::fstat(parts->descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    return parts->failed(ErrorCode::io_failed, "is no regular file", "name a file");
  }
  parts->size = static_cast<std::uint64_t>(status.st_size);
  if (auto looked = parts->look_at_magic(); !looked) return failure(looked.error());
  return InputFile(std::move(parts));
}

Result<std::string_view> InputFile::read(std::size_t most) {
  if (parts_->has_ended || most == 0) return std::string_view();
  auto piece = parts_->is_gzip ? parts_->read_gzip(most) : parts_->read_plain(most);
  if (!piece || piece->empty()) parts_->has_ended = true;
  return piece;
}

double InputFile::progress() const {
  if (parts_->size == 0) return 1;
  const double share = static_cast<double>(parts_->consumed) / static_cast<double>(parts_->size);
  return share < 1 ? share : 1;
}

Result<std::string> read_input(const std::filesystem::path& path, std::size_t max_bytes) {
  auto file = InputFile::open(path);
  if (!file) return failure(file.error());
  std::string bytes;
  while (true) {
    const auto piece = file->read();
    if (!piece) return failure(piece.error());
    if (piece->empty()) return bytes;
    if (piece->size() > max_bytes - bytes.size()) {
      return failure(ErrorCode::bad_input, "is larger than " + std::to_string(max_bytes) + " bytes",
                     "split it", {path.string(), 0});
    }
    bytes += *piece;
  }
}

struct LineReader::Parts {
  InputFile file;
  std::size_t max_bytes;
  std::string buffer;
  std::size_t begin = 0;    // of what is not handed out
  std::size_t scanned = 0;  // no line feed before it
  std::size_t number = 0;
  bool is_at_end = false;

  Parts(InputFile opened, std::size_t most) : file(std::move(opened)), max_bytes(most) {}

  Result<void> fill() {
    buffer.erase(0, begin);
    scanned -= begin;
    begin = 0;
    const auto piece = file.read(std::size_t{1} << 18U);
    if (!piece) {
      is_at_end = true;
      return failure(piece.error());
    }
    is_at_end = piece->empty();
    buffer += *piece;
    return {};
  }
};

LineReader::LineReader(InputFile file, std::size_t max_bytes)
    : parts_(std::make_unique<Parts>(std::move(file), max_bytes)) {}
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

Result<bool> LineReader::next(Line& line) {
  Parts& parts = *parts_;
  line = {};
  while (true) {
    std::size_t end = parts.buffer.find('\n', parts.scanned);
    const bool has_end = end != std::string::npos;
    if (!has_end) end = parts.buffer.size();
    if (!has_end && !parts.is_at_end) {
      parts.scanned = end;
      if (parts.scanned - parts.begin > parts.max_bytes) {
        line.is_too_long = true;
        parts.begin = parts.scanned;  // the rest of the line is passed over
      }
      if (auto filled = parts.fill(); !filled) return failure(filled.error());
      continue;
    }
    if (!has_end && parts.begin == end && !line.is_too_long) return false;
    std::string_view text = std::string_view(parts.buffer).substr(parts.begin, end - parts.begin);
    parts.begin = parts.scanned = has_end ? end + 1 : end;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (++parts.number == 1 && text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (text.size() > parts.max_bytes) line.is_too_long = true;
    line.text = line.is_too_long ? std::string_view() : text;
    line.number = parts.number;
    return true;
  }
}

double LineReader::progress() const { return parts_->file.progress(); }

}  // namespace guidepost::indexer
