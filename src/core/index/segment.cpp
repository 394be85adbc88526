#include "core/index/segment.h"

namespace guidepost {

Result<Segment> Segment::open(const std::filesystem::path& path, std::uint32_t first,
                              std::uint32_t documents) {
  auto store = DocumentStore::open(path / segment_file::documents);
  if (!store) return failure(store.error());
  auto tokens = TokenStreams::open(path / segment_file::tokens, path / segment_file::token_terms);
  if (!tokens) return failure(tokens.error());
  auto postings = PostingImage::open(path / segment_file::postings,
                                     path / segment_file::posting_terms, documents);
  if (!postings) return failure(postings.error());
  auto keys = DocumentKeys::open(path / segment_file::keys);
  if (!keys) return failure(keys.error());
  if (keys->count() != documents) {
    return failure(ErrorCode::index_damaged,
                   "holds " + std::to_string(keys->count()) + " documents, the manifest says " +
                       std::to_string(documents),
                   "build the index again with `guidepost index`", {path.string(), 0});
  }
  return Segment{path,
                 first,
                 documents,
                 std::move(*store),
                 std::move(*tokens),
                 std::move(*postings),
                 std::move(*keys)};
}

}  // namespace guidepost
