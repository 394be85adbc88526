// Documents that were written at once: never changed, shared by every generation that still holds some of them.
//
//   xapian/    postings            postings, posting-terms  the same once more, to be read fast (posting_image.h)
//   tokens     token streams       token-terms              their terms
//   documents  display forms       keys                     ids and titles
#pragma once

#include "core/index/document_keys.h"
#include "core/index/document_store.h"
#include "core/index/posting_image.h"
#include "core/index/token_streams.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

namespace segment_file {
inline constexpr std::string_view xapian = "xapian";
inline constexpr std::string_view postings = "postings";
inline constexpr std::string_view posting_terms = "posting-terms";
inline constexpr std::string_view documents = "documents";
inline constexpr std::string_view tokens = "tokens";
inline constexpr std::string_view token_terms = "token-terms";
inline constexpr std::string_view keys = "keys";
}  // namespace segment_file

/// Everything of a segment but Xapian's database, which no search needs. Immutable; all threads may read.
struct Segment {
  /// `first` is the number before that of its first document. index_damaged when a file is, or does not hold `documents` documents.
  static Result<Segment> open(const std::filesystem::path& path, std::uint32_t first,
                              std::uint32_t documents);

  std::filesystem::path path;
  std::uint32_t first = 0;
  std::uint32_t documents = 0;
  DocumentStore store;
  TokenStreams tokens;
  PostingImage postings;
  DocumentKeys keys;
};

}  // namespace guidepost
