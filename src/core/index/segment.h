// Documents that were written at once: never changed, shared by every generation that still holds some of them.
//
//   xapian/    postings            documents   display forms
//   tokens     token streams       token-terms their terms        keys   ids and titles
#pragma once

#include "core/index/document_keys.h"
#include "core/index/document_store.h"
#include "core/index/token_streams.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost {

namespace segment_file {
inline constexpr std::string_view xapian = "xapian";
inline constexpr std::string_view documents = "documents";
inline constexpr std::string_view tokens = "tokens";
inline constexpr std::string_view token_terms = "token-terms";
inline constexpr std::string_view keys = "keys";
}  // namespace segment_file

/// Everything of a segment but its postings, which each searcher opens for itself. Immutable; all threads may read.
struct Segment {
  /// `first` is the number before that of its first document. index_damaged when a file is, or does not hold `documents` documents.
  static Result<Segment> open(const std::filesystem::path& path, std::uint32_t first,
                              std::uint32_t documents);

  std::filesystem::path path;
  std::uint32_t first = 0;
  std::uint32_t documents = 0;
  DocumentStore store;
  TokenStreams tokens;
  DocumentKeys keys;
};

}  // namespace guidepost
