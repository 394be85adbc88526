#include "core/index/posting_image.h"

#include "core/index/little_endian.h"

#include <span>

namespace guidepost {
namespace {

constexpr std::size_t entry_bytes = 20;  // of a term, before its text
constexpr std::size_t footer_bytes = 8;

void append_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>((value & 0x7fU) | 0x80U);
  bytes += static_cast<char>(value);
}

std::string_view text_of(std::string_view entry) {
  return entry.size() < entry_bytes ? std::string_view() : entry.substr(entry_bytes);
}

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
  return failure(ErrorCode::index_damaged, "is not complete",
                 "build the index again with `guidepost index`", {file.string(), 0});
}

}  // namespace

Result<PostingImageWriter> PostingImageWriter::create(const std::filesystem::path& postings,
                                                      const std::filesystem::path& terms) {
  auto lists = FileWriter::create(postings);
  if (!lists) return failure(lists.error());
  auto names = BlobArrayWriter::create(terms);
  if (!names) return failure(names.error());
  return PostingImageWriter(std::move(*lists), std::move(*names));
}

void PostingImageWriter::begin_term(std::string_view term) {
  end_term();
  term_ = term;
}

void PostingImageWriter::add(std::uint32_t document, std::uint32_t wdf) {
  append_number(list_, std::uint64_t{document - last_} << 1U | (wdf == 1 ? 0U : 1U));
  if (wdf != 1) append_number(list_, wdf);
  last_ = document;
  ++count_;
  if (lengths_.size() < document) lengths_.resize(document, 0);
  lengths_[document - 1] += wdf;
}

void PostingImageWriter::end_term() {
  if (count_ == 0) return;
  std::string entry;
  append_little_endian(entry, postings_.size());
  append_little_endian(entry, postings_.size() + list_.size());
  append_little_endian(entry, count_);
  entry += term_;
  terms_.append(entry);
  postings_.append(list_);
  list_.clear();
  last_ = 0;
  count_ = 0;
}

Result<void> PostingImageWriter::finish(std::uint32_t documents) {
  end_term();
  lengths_.resize(documents, 0);
  std::string bytes;
  append_little_endian(bytes, std::span<const std::uint32_t>(lengths_));
  append_little_endian(bytes, postings_.size());
  postings_.append(bytes);
  if (auto done = postings_.finish(); !done) return done;
  return terms_.finish();
}

Result<PostingImage> PostingImage::open(const std::filesystem::path& postings,
                                        const std::filesystem::path& terms,
                                        std::uint32_t documents) {
  auto mapped = MappedFile::open(postings);
  if (!mapped) return damaged(postings);
  auto names = BlobArray::open(terms);
  if (!names) return failure(names.error());
  PostingImage image(std::move(*mapped), std::move(*names));
  const std::string_view bytes = image.postings_.bytes();
  const std::uint64_t tables = std::uint64_t{documents} * 4 + footer_bytes;
  if (bytes.size() < tables) return damaged(postings);
  image.documents_ = documents;
  image.lengths_ = bytes.size() - tables;
  if (read_u64(bytes, bytes.size() - footer_bytes) != image.lengths_) return damaged(postings);
  for (std::uint32_t document = 1; document <= documents; ++document) {
    image.total_length_ += image.length_of(document);
  }
  return image;
}

std::string_view PostingImage::term(std::uint64_t number) const {
  return text_of(terms_.at(number));
}

PostingList PostingImage::find(std::string_view term) const {
  std::uint64_t first = 0;
  std::uint64_t last = terms_.count();
  while (first < last) {
    const std::uint64_t middle = first + (last - first) / 2;
    if (text_of(terms_.at(middle)) < term) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  const std::string_view entry = terms_.at(first);
  if (entry.size() < entry_bytes || text_of(entry) != term) return {};
  const std::uint64_t begin = read_u64(entry, 0);
  const std::uint64_t end = read_u64(entry, 8);
  if (begin > end || end > lengths_) return {};
  const std::uint32_t count = read_u32(entry, 16);
  if (count > documents_ || count > end - begin) return {};  // a posting is a byte at least
  return {postings_.bytes().substr(begin, end - begin), count, documents_};
}

}  // namespace guidepost
