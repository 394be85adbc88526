// A stream of documents as one segment: batches analysed and written on all cores, each into a small database of its own, merged by compaction.
//
// Batches have a fixed size and are merged in the order of the stream, so that the segment follows from the stream alone, however many jobs
// there are. What grows with the number of documents is what is gathered (facets, word counts, terms), never texts.
#pragma once

#include "core/index/blob_array.h"
#include "core/index/facet_columns.h"
#include "core/index/name_index.h"
#include "core/index/stored_document.h"
#include "core/index/token_streams.h"
#include "core/result.h"
#include "core/text/analyzer.h"
#include "indexer/reading_context.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// One thread calls; it starts the others. After an Error throw the builder and its directory away.
class SegmentBuilder {
 public:
  /// Where the documents' facets and word counts are added: those of the whole generation.
  struct Gathered {
    FacetColumnsBuilder& facets;
    std::map<std::string, std::uint32_t>& words;
    NameIndexBuilder& names;
    std::uint32_t documents_before = 0;  // in other segments
  };

  /// `segment`: a directory that is not there yet. `scratch`: another, for what is merged. `jobs`: threads, at least 1.
  static Result<std::unique_ptr<SegmentBuilder>> begin(const std::filesystem::path& segment,
                                                       const std::filesystem::path& scratch,
                                                       const ReadingContext& context,
                                                       std::size_t jobs, Gathered gathered);

  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;
  /// Waits for the threads.
  ~SegmentBuilder();

  /// The next document, resolved. Waits while enough batches are under way.
  Result<void> add(StoredDocument document);

  /// Merges. REQUIRES: at least one document.
  Result<void> finish();

  std::uint32_t documents() const { return documents_; }

 private:
  struct Batch;
  struct Merge;
  class Analyzers;

  SegmentBuilder(std::filesystem::path segment, std::filesystem::path scratch,
                 const ReadingContext& context, std::size_t jobs, Gathered gathered,
                 BlobArrayWriter store, BlobArrayWriter keys, TokenStreamsWriter tokens);

  Result<void> start_batch();
  Result<void> take_oldest();
  void start_merge();

  std::filesystem::path segment_;
  std::filesystem::path scratch_;
  const ReadingContext& context_;
  std::size_t jobs_;
  Gathered gathered_;
  BlobArrayWriter store_;
  BlobArrayWriter keys_;
  TokenStreamsWriter tokens_;
  std::unique_ptr<Analyzers> analyzers_;
  std::vector<StoredDocument> waiting_;
  std::vector<std::filesystem::path> written_;  // databases of batches that are not merged yet
  std::vector<std::filesystem::path> merged_;
  std::deque<std::future<Result<Batch>>> batches_;
  std::deque<std::future<Result<void>>> merges_;
  std::uint32_t documents_ = 0;
  std::uint32_t gathered_documents_ = 0;
  std::size_t databases_ = 0;  // started so far, for their names
};

}  // namespace guidepost::indexer
