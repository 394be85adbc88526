#include "core/index/document_store.h"

#include "core/index/record.h"

#include <zstd.h>

#include <utility>

namespace guidepost {
namespace {

constexpr int compression_level = 3;
/// No sixteen documents are larger: the indexer cuts their texts. A frame that claims more is damaged.
constexpr std::size_t most_frame_bytes = std::size_t{256} << 20U;

tl::unexpected<Error> damaged() {
  return failure(ErrorCode::index_damaged, "a stored document cannot be read",
                 "build the index again with `guidepost index`");
}

}  // namespace

void DocumentPacker::add(std::string_view encoded_document) {
  RecordWriter length;
  length.u32(static_cast<std::uint32_t>(encoded_document.size()));
  raw_ += length.bytes();
  raw_ += encoded_document;
  if (++in_frame_ == documents_in_frame) close_frame();
}

void DocumentPacker::close_frame() {
  std::string frame(ZSTD_compressBound(raw_.size()), '\0');
  const std::size_t size =
      ZSTD_compress(frame.data(), frame.size(), raw_.data(), raw_.size(), compression_level);
  // Fails only for lack of memory; whoever reads the empty frame is told that it is damaged.
  frame.resize(ZSTD_isError(size) != 0 ? 0 : size);
  frames_.push_back(std::move(frame));
  raw_.clear();
  in_frame_ = 0;
}

std::vector<std::string> DocumentPacker::finish() && {
  if (in_frame_ > 0) close_frame();
  return std::move(frames_);
}

Result<DocumentStore> DocumentStore::open(const std::filesystem::path& file) {
  auto frames = BlobArray::open(file);
  if (!frames) return failure(frames.error());
  return DocumentStore(std::move(*frames));
}

Result<StoredDocument> DocumentStore::at(std::uint64_t number) const {
  return DocumentReader().read(*this, number);
}

DocumentReader::DocumentReader() : context_(ZSTD_createDCtx()) {}

void DocumentReader::FreeContext::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

bool DocumentReader::unpack(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (frame.empty() || size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
      size > most_frame_bytes) {
    return false;
  }
  raw_.resize(size);
  return ZSTD_decompressDCtx(context_.get(), raw_.data(), raw_.size(), frame.data(),
                             frame.size()) == raw_.size();
}

Result<StoredDocument> DocumentReader::read(const DocumentStore& store, std::uint64_t number) {
  const std::uint64_t frame = number / documents_in_frame;
  if (store_ != &store || frame_ != frame) {
    store_ = nullptr;
    if (!unpack(store.frames_.at(frame))) return damaged();
    store_ = &store;
    frame_ = frame;
  }
  std::string_view rest = raw_;
  for (std::uint64_t skip = number % documents_in_frame;; --skip) {
    RecordReader reader(rest);
    const std::uint32_t length = reader.u32();
    if (!reader.ok() || length > rest.size() - sizeof(length)) return damaged();
    rest.remove_prefix(sizeof(length));
    if (skip == 0) return decode_document(rest.substr(0, length));
    rest.remove_prefix(length);
  }
}

}  // namespace guidepost
