#include "core/index/token_streams.h"

#include "core/index/little_endian.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace guidepost {
namespace {

constexpr std::uint32_t field_break = TokenReader::field_break;

constexpr std::size_t most_leb128_bytes = 5;

std::string_view leb128(std::uint32_t value, std::array<char, most_leb128_bytes>& bytes) {
  std::size_t size = 0;
  for (; value >= 0x80U; value >>= 7U) bytes[size++] = static_cast<char>((value & 0x7fU) | 0x80U);
  bytes[size++] = static_cast<char>(value);
  return {bytes.data(), size};
}

void append_leb128(std::string& bytes, std::uint32_t value) {
  std::array<char, most_leb128_bytes> encoded{};
  bytes += leb128(value, encoded);
}

/// Whether the terms stand at the positions behind the one of the token before `rest`.
bool follow(std::string_view rest, std::span<const TermId> terms) {
  std::size_t found = 0;
  bool is_found_here = true;  // at the position that is being read
  for (TokenReader reader(rest); found < terms.size() && !reader.at_end();) {
    const std::uint32_t token = reader.next();
    if (token == field_break) return false;
    if ((token & 1U) == 0) {
      if (!is_found_here) return false;
      is_found_here = false;
    }
    if (!is_found_here && token >> 1U == terms[found]) {
      is_found_here = true;
      ++found;
    }
  }
  return found == terms.size();
}

}  // namespace

TermId TermNumbering::number(std::string_view term) {
  if (const auto known = ids_.find(term); known != ids_.end()) return known->second;
  terms_.emplace_back(term);
  const auto id = static_cast<TermId>(terms_.size());
  ids_.emplace(terms_.back(), id);
  return id;
}

void TokenStreamBuilder::begin_field() {
  if (!bytes_.empty()) append_leb128(bytes_, field_break);
  is_first_ = true;
  position_ = 0;
}

void TokenStreamBuilder::add(TermId term, std::size_t position) {
  // A gap of positions inside a field (a word that left no token) must part its neighbours too.
  if (!is_first_ && position > position_ + 1) append_leb128(bytes_, field_break);
  const bool is_same = !is_first_ && position == position_;
  append_leb128(bytes_, (term << 1U) | (is_same ? 1U : 0U));
  position_ = position;
  is_first_ = false;
}

std::string TokenStreamBuilder::finish() && { return std::move(bytes_); }

std::string renumbered(std::string_view stream, std::span<const TermId> ids) {
  std::string bytes;
  bytes.reserve(stream.size() + stream.size() / 4);
  for (TokenReader reader(stream); !reader.at_end();) {
    const std::uint32_t token = reader.next();
    const TermId id = token >> 1U;
    const bool is_known = id > 0 && id <= ids.size();
    append_leb128(bytes, is_known ? (ids[id - 1] << 1U) | (token & 1U) : field_break);
  }
  return bytes;
}

Result<TokenStreamsWriter> TokenStreamsWriter::create(const std::filesystem::path& streams,
                                                      const std::filesystem::path& terms) {
  auto writer = BlobArrayWriter::create(streams);
  if (!writer) return failure(writer.error());
  return TokenStreamsWriter(std::move(*writer), terms);
}

void TokenStreamsWriter::append(std::span<const std::string> terms,
                                std::span<const std::string> streams) {
  std::vector<TermId> ids;
  ids.reserve(terms.size());
  for (const std::string& term : terms) ids.push_back(numbering_.number(term));
  for (const std::string& stream : streams) streams_.append(renumbered(stream, ids));
}

Result<void> TokenStreamsWriter::finish() {
  if (auto finished = streams_.finish(); !finished) return finished;
  auto terms = BlobArrayWriter::create(terms_file_);
  if (!terms) return failure(terms.error());
  const std::span<const std::string> all = numbering_.terms();
  std::vector<TermId> order(all.size());
  std::iota(order.begin(), order.end(), TermId{0});
  std::sort(order.begin(), order.end(), [&](TermId a, TermId b) { return all[a] < all[b]; });
  for (const TermId index : order) {
    std::string entry;
    append_little_endian(entry, index + 1);
    terms->append(entry + all[index]);
  }
  return terms->finish();
}

Result<TokenStreams> TokenStreams::open(const std::filesystem::path& streams,
                                        const std::filesystem::path& terms) {
  auto opened = BlobArray::open(streams);
  if (!opened) return failure(opened.error());
  auto ids = BlobArray::open(terms);
  if (!ids) return failure(ids.error());
  return TokenStreams(std::move(*opened), std::move(*ids));
}

TermId TokenStreams::id_of(std::string_view term) const {
  std::uint64_t begin = 0;
  std::uint64_t end = terms_.count();
  while (begin < end) {
    const std::uint64_t middle = begin + (end - begin) / 2;
    const std::string_view entry = terms_.at(middle);
    if (entry.size() < id_bytes) return 0;
    const int order = entry.substr(id_bytes).compare(term);
    if (order == 0) return read_u32(entry, 0);
    if (order < 0) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return 0;
}

bool TokenStreams::holds_phrase(std::uint64_t document, std::span<const TermId> phrase) const {
  if (phrase.empty()) return false;
  const std::string_view stream = streams_.at(document);
  // Most tokens are none of the phrase's first term: its bytes are looked for, which is faster than reading numbers.
  for (const std::uint32_t flag : {0U, 1U}) {
    std::array<char, most_leb128_bytes> bytes{};
    const std::string_view wanted = leb128(phrase.front() << 1U | flag, bytes);
    for (std::size_t at = stream.find(wanted); at != std::string_view::npos;
         at = stream.find(wanted, at + 1)) {
      const bool begins = at == 0 || static_cast<unsigned char>(stream[at - 1]) < 0x80U;
      if (begins && follow(stream.substr(at + wanted.size()), phrase.subspan(1))) return true;
    }
  }
  return false;
}

}  // namespace guidepost
