#include "core/index/removed_terms.h"

#include "core/index/record.h"

namespace guidepost {

std::string encode(const RemovedTerms& removed) {
  RecordWriter writer;
  writer.u64(removed.length);
  writer.u32(static_cast<std::uint32_t>(removed.documents.size()));
  for (const auto& [term, documents] : removed.documents) {
    writer.text(term);
    writer.u32(documents);
  }
  return std::move(writer).bytes();
}

Result<RemovedTerms> decode_removed_terms(std::string_view bytes) {
  RecordReader reader(bytes);
  RemovedTerms removed;
  removed.length = reader.u64();
  const std::size_t count = reader.count(8);
  for (std::size_t i = 0; i < count && reader.ok(); ++i) {
    std::string term = reader.text();
    const std::uint32_t documents = reader.u32();
    removed.documents.emplace_hint(removed.documents.end(), std::move(term), documents);
  }
  if (!reader.finished()) {
    return failure(ErrorCode::index_damaged, "the removed terms cannot be read",
                   "build the index again with `guidepost index`");
  }
  return removed;
}

}  // namespace guidepost
