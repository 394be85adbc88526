// Which term stands where in every document of a segment: what phrases are checked by, after the postings have found the candidates.
//
// A document's stream is one number (LEB128) a token: the term's id times two, plus one when it stands at the same position as the token
// before ("nodejs" over "node"). 0 begins a new field. Ids count from 1 in the order in which terms first appear, so that frequent terms have
// short ones: a token takes about one and a half bytes, a sixth of what Xapian's position table needs.
#pragma once

#include "core/index/blob_array.h"
#include "core/index/little_endian.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

using TermId = std::uint32_t;

/// Terms numbered from 1 in the order they are first seen.
class TermNumbering {
 public:
  TermId number(std::string_view term);
  /// By id - 1.
  std::span<const std::string> terms() const { return terms_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, TermId, Hash, std::equal_to<>> ids_;
  std::vector<std::string> terms_;
};

/// The stream of one document while its fields are analysed.
class TokenStreamBuilder {
 public:
  void begin_field();
  /// REQUIRES: positions do not fall within a field.
  void add(TermId term, std::size_t position);
  std::string finish() &&;

 private:
  std::string bytes_;
  std::size_t position_ = 0;
  bool is_first_ = true;
};

/// The same stream with other ids: `ids[old - 1]` is the new one.
std::string renumbered(std::string_view stream, std::span<const TermId> ids);

/// Writes the two files of a segment: streams in the order of documents, and the terms with their ids.
class TokenStreamsWriter {
 public:
  static Result<TokenStreamsWriter> create(const std::filesystem::path& streams,
                                           const std::filesystem::path& terms);

  /// Streams that were numbered by `terms`.
  void append(std::span<const std::string> terms, std::span<const std::string> streams);
  Result<void> finish();

 private:
  TokenStreamsWriter(BlobArrayWriter streams, std::filesystem::path terms)
      : streams_(std::move(streams)), terms_file_(std::move(terms)) {}

  BlobArrayWriter streams_;
  std::filesystem::path terms_file_;
  TermNumbering numbering_;
};

/// The numbers of one stream.
class TokenReader {
 public:
  static constexpr std::uint32_t field_break = 0;

  explicit TokenReader(std::string_view stream) : at_(stream.data()), end_(at_ + stream.size()) {}
  bool at_end() const { return at_ == end_; }
  /// Past the end, or where the stream is damaged, a field break that ends it.
  std::uint32_t next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 32; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint32_t>(byte & 0x7fU) << shift;
      if (byte < 0x80U) return value;
    }
    at_ = end_;
    return field_break;
  }

 private:
  const char* at_;
  const char* end_;
};

/// Immutable; all threads may read.
class TokenStreams {
 public:
  static Result<TokenStreams> open(const std::filesystem::path& streams,
                                   const std::filesystem::path& terms);

  /// 0 for a term that no stream holds.
  TermId id_of(std::string_view term) const;

  /// `take(id, term)` for every term of any document, by term. Ids are 1 to as many as there are, whatever the file says.
  template <typename Take>
  void each_of_all(Take&& take) const {
    for (std::uint64_t i = 0; i < terms_.count(); ++i) {
      const std::string_view entry = terms_.at(i);
      if (entry.size() < id_bytes) continue;  // a damaged one
      const TermId id = read_u32(entry, 0);
      if (id > 0 && id <= terms_.count()) take(id, entry.substr(id_bytes));
    }
  }

  /// `take(id)` for each token of the document with this number, from 0, in the order of its text, until it says false.
  template <typename Take>
  void each_term(std::uint64_t document, Take&& take) const {
    for (TokenReader reader(streams_.at(document)); !reader.at_end();) {
      const std::uint32_t token = reader.next();
      if (token != TokenReader::field_break && !take(TermId{token >> 1U})) return;
    }
  }

  /// Whether the terms stand in a row in the document with this number, from 0.
  bool holds_phrase(std::uint64_t document, std::span<const TermId> phrase) const;

 private:
  TokenStreams(BlobArray streams, BlobArray terms)
      : streams_(std::move(streams)), terms_(std::move(terms)) {}

  static constexpr std::size_t id_bytes = 4;

  BlobArray streams_;
  BlobArray terms_;  // id as u32, then the term; sorted by term
};

}  // namespace guidepost
