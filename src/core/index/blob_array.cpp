#include "core/index/blob_array.h"

#include "core/index/little_endian.h"

namespace guidepost {
namespace {

constexpr std::uint64_t group_size = 256;
constexpr std::uint64_t footer_bytes = 16;

}  // namespace

Result<BlobArrayWriter> BlobArrayWriter::create(const std::filesystem::path& file) {
  auto writer = FileWriter::create(file);
  if (!writer) return failure(writer.error());
  return BlobArrayWriter(std::move(*writer));
}

void BlobArrayWriter::append(std::string_view blob) {
  if (ends_.size() % group_size == 0) groups_.push_back(file_.size());
  file_.append(blob);
  ends_.push_back(static_cast<std::uint32_t>(file_.size() - groups_.back()));
}

Result<void> BlobArrayWriter::finish() {
  const std::uint64_t payload = file_.size();
  std::string bytes;
  append_little_endian(bytes, std::span<const std::uint32_t>(ends_));
  append_little_endian(bytes, std::span<const std::uint64_t>(groups_));
  append_little_endian(bytes, std::uint64_t{ends_.size()});
  append_little_endian(bytes, payload);
  file_.append(bytes);
  return file_.finish();
}

Result<BlobArray> BlobArray::open(const std::filesystem::path& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped) {
    return failure(ErrorCode::index_damaged, mapped.error().message,
                   "build the index again with `guidepost index`", {file.string(), 0});
  }
  BlobArray array;
  array.file_ = std::move(*mapped);
  const std::string_view bytes = array.file_.bytes();
  const auto damaged = [&] {
    return failure(ErrorCode::index_damaged, "is not complete",
                   "build the index again with `guidepost index`", {file.string(), 0});
  };
  if (bytes.size() < footer_bytes) return damaged();
  array.count_ = read_u64(bytes, bytes.size() - 16);
  array.payload_ = read_u64(bytes, bytes.size() - 8);
  constexpr std::uint64_t most = std::uint64_t{1} << 32U;
  if (array.count_ > most) return damaged();
  const std::uint64_t groups = (array.count_ + group_size - 1) / group_size;
  const std::uint64_t tables = array.count_ * 4 + groups * 8 + footer_bytes;
  if (tables > bytes.size() || bytes.size() - tables != array.payload_) return damaged();
  return array;
}

std::uint64_t BlobArray::end_of(std::uint64_t number) const {
  const std::string_view bytes = file_.bytes();
  const std::uint64_t group = read_u64(bytes, payload_ + count_ * 4 + (number / group_size) * 8);
  return group + read_u32(bytes, payload_ + number * 4);
}

std::string_view BlobArray::at(std::uint64_t number) const {
  if (number >= count_) return {};
  const std::uint64_t begin = number == 0 ? 0 : end_of(number - 1);
  const std::uint64_t end = end_of(number);
  if (begin > end || end > payload_) return {};
  return file_.bytes().substr(begin, end - begin);
}

}  // namespace guidepost
