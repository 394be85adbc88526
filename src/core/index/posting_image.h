// Which documents of a segment hold a term, and how often: Xapian's postings once more, laid out to be read through as fast as memory is.
//
// Xapian visits a match in about a tenth of a microsecond, which is too slow where a million match; here a posting costs a nanosecond or two,
// because a list is one run of bytes without an object a document. Two files:
//
//   postings         for each term its postings: (distance to the document before * 2 + whether wdf > 1) as LEB128, then wdf if it is > 1
//                    | length of each document u32 | where the lengths begin u64
//   posting-terms    for each term, sorted: where its postings begin u64, end u64, documents u32, the term
#pragma once

#include "core/index/blob_array.h"
#include "core/index/file_writer.h"
#include "core/index/little_endian.h"
#include "core/index/mapped_file.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class PostingImageWriter {
 public:
  static Result<PostingImageWriter> create(const std::filesystem::path& postings,
                                           const std::filesystem::path& terms);

  /// REQUIRES: terms come sorted by their bytes.
  void begin_term(std::string_view term);
  /// A document of that term. REQUIRES: documents ascend, from 1.
  void add(std::uint32_t document, std::uint32_t wdf);

  /// `documents`: how many there are. io_failed when anything could not be written.
  Result<void> finish(std::uint32_t documents);

 private:
  PostingImageWriter(FileWriter postings, BlobArrayWriter terms)
      : postings_(std::move(postings)), terms_(std::move(terms)) {}

  void end_term();

  FileWriter postings_;
  BlobArrayWriter terms_;
  std::string term_;
  std::string list_;  // of the current term
  std::uint32_t last_ = 0;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> lengths_;
};

/// The postings of one term. Lives as long as its image.
class PostingList {
 public:
  PostingList() = default;
  PostingList(std::string_view bytes, std::uint32_t documents, std::uint32_t last)
      : bytes_(bytes), documents_(documents), last_(last) {}

  /// Documents that hold the term.
  std::uint32_t size() const { return documents_; }

  /// Calls take(document, wdf) for each, ascending. Of damaged bytes no document beyond the segment's last is given.
  template <typename Take>
  void each(Take take) const {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes_.data());
    const auto* const end = at + bytes_.size();
    std::uint64_t document = 0;
    // Nearly all steps and wdfs are of one byte. Which wdfs are said is anybody's guess, so no branch asks.
    while (end - at > 1) {
      std::uint64_t step = *at;
      const std::uint64_t is_said = step & 1U;
      std::uint64_t wdf = (std::uint64_t{at[1]} & (0 - is_said)) | (is_said ^ 1U);
      if (((step | wdf) & 0x80U) == 0) {
        at += 1 + is_said;
      } else {
        step = number(at, end);
        wdf = (step & 1U) == 0 ? 1 : number(at, end);
      }
      document += step >> 1U;
      if (document == 0 || document > last_) return;
      take(static_cast<std::uint32_t>(document), static_cast<std::uint32_t>(wdf));
    }
    while (at != end) {
      const std::uint64_t step = number(at, end);
      const std::uint64_t wdf = (step & 1U) == 0 ? 1 : number(at, end);
      document += step >> 1U;
      if (document == 0 || document > last_) return;
      take(static_cast<std::uint32_t>(document), static_cast<std::uint32_t>(wdf));
    }
  }

 private:
  static std::uint64_t number(const unsigned char*& at, const unsigned char* end) {
    if (at == end) return 0;
    std::uint64_t value = *at++;
    if (value < 0x80) return value;
    value &= 0x7fU;
    for (unsigned shift = 7; at != end && shift < 35; shift += 7) {
      const std::uint64_t byte = *at++;
      value |= (byte & 0x7fU) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  std::string_view bytes_;
  std::uint32_t documents_ = 0;
  std::uint32_t last_ = 0;
};

/// Immutable; all threads may read.
class PostingImage {
 public:
  /// index_damaged when the files are not what a writer wrote for that many documents.
  static Result<PostingImage> open(const std::filesystem::path& postings,
                                   const std::filesystem::path& terms, std::uint32_t documents);

  /// Empty for a term that no document holds. O(log terms).
  PostingList find(std::string_view term) const;

  /// Sum of the wdf of a document's terms. REQUIRES: 1 <= document <= documents.
  std::uint32_t length_of(std::uint32_t document) const {
    return read_u32(postings_.bytes(), lengths_ + (std::uint64_t{document} - 1) * 4);
  }
  /// Of all documents.
  std::uint64_t total_length() const { return total_length_; }

  std::uint64_t term_count() const { return terms_.count(); }
  /// By number, from 0, sorted.
  std::string_view term(std::uint64_t number) const;

 private:
  PostingImage(MappedFile postings, BlobArray terms)
      : postings_(std::move(postings)), terms_(std::move(terms)) {}

  MappedFile postings_;
  BlobArray terms_;
  std::uint64_t lengths_ = 0;  // where they begin
  std::uint32_t documents_ = 0;
  std::uint64_t total_length_ = 0;
};

}  // namespace guidepost
