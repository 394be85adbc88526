#include "indexer/segment_builder.h"

#include "core/index/document_keys.h"
#include "core/index/document_store.h"
#include "core/index/segment.h"
#include "core/index/xapian_door.h"
#include "core/text/utf8.h"
#include "indexer/document_builder.h"
#include "indexer/word_counts.h"

#include <xapian.h>

#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t batch_documents = 256 * documents_in_frame;
// Pending postings live in nested maps: bigger commits miss the processor's cache. Measured best at about a thousand documents.
constexpr std::size_t documents_per_commit = 1024;
/// Databases merged at once: each has two files open, and a process may have a thousand.
constexpr std::size_t merge_width = 32;

// Unsafe writes are safe here: nobody reads the build, and after a crash it is thrown away. Nothing reads lists of terms, so there are none.
constexpr int build_flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC |
                            Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

/// Xapian calls a full disk a damaged database; nothing that is being built is an index yet.
tl::unexpected<Error> could_not_write(Error error, const std::filesystem::path& where) {
  error.code = ErrorCode::io_failed;
  error.hint = "check the disk's free space and the permissions";
  error.where = {where.string(), 0};
  return tl::unexpected(std::move(error));
}

Result<void> merge(const std::vector<std::filesystem::path>& databases,
                   const std::filesystem::path& into) {
  auto merged = guarded([&] {
    Xapian::Database all;
    for (const auto& database : databases) all.add_database(Xapian::Database(database.string()));
    all.compact(into.string());
  });
  if (!merged) return could_not_write(merged.error(), into);
  std::error_code ignored;  // what stays goes with the scratch directory
  for (const auto& database : databases) std::filesystem::remove_all(database, ignored);
  return {};
}

/// Xapian's postings once more, in the form that searches read.
Result<void> write_posting_image(const std::filesystem::path& segment) {
  auto image = PostingImageWriter::create(segment / segment_file::postings,
                                          segment / segment_file::posting_terms);
  if (!image) return failure(image.error());
  const auto documents = guarded([&] {
    const Xapian::Database database((segment / segment_file::xapian).string());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      image->begin_term(*term);
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
        image->add(*at, at.get_wdf());
      }
    }
    return database.get_doccount();
  });
  if (!documents) return could_not_write(documents.error(), segment);
  return image->finish(*documents);
}

Result<void> make_directory(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (!error) return {};
  return failure(ErrorCode::io_failed, "cannot be created: " + error.message(),
                 "check the permissions and the free space", {directory.string(), 0});
}

}  // namespace

/// What is known of a batch once its postings are written.
struct SegmentBuilder::Batch {
  std::filesystem::path database;
  std::vector<std::string> frames;
  std::vector<std::string> keys;
  std::vector<std::string> terms;
  std::vector<std::string> streams;
  std::vector<DocumentFacets> facets;
  std::vector<std::pair<NameOwner, std::vector<DocumentName>>> names;
  WordCounts words;

  static Result<Batch> write(std::vector<StoredDocument> documents,
                             const std::filesystem::path& database, const ReadingContext& context,
                             const Analyzer& analyzer);
};

Result<SegmentBuilder::Batch> SegmentBuilder::Batch::write(std::vector<StoredDocument> documents,
                                                           const std::filesystem::path& database,
                                                           const ReadingContext& context,
                                                           const Analyzer& analyzer) {
  Batch batch;
  batch.database = database;
  TermNumbering terms;
  DocumentPacker packer;
  const DocumentBuilder builder(context.names().vocabulary, analyzer, terms, batch.words);
  auto written = guarded([&] {
    Xapian::WritableDatabase postings(database.string(), build_flags);
    std::size_t uncommitted = 0;
    for (StoredDocument& stored : documents) {
      BuiltDocument built = builder.build(stored);
      postings.add_document(built.document);
      packer.add(encode(stored));
      batch.keys.push_back(encode_key(stored.id, fold(stored.title)));
      batch.streams.push_back(std::move(built.tokens));
      batch.facets.push_back(std::move(built.facets));
      const bool is_passage = stored.type == DocumentType::passage;
      batch.names.emplace_back(is_passage ? NameOwner::passage : NameOwner::page,
                               std::move(built.names));
      if (++uncommitted == documents_per_commit) {
        postings.commit();
        uncommitted = 0;
      }
    }
    postings.commit();
    postings.close();
  });
  if (!written) return could_not_write(written.error(), database);
  batch.frames = std::move(packer).finish();
  batch.terms.assign(terms.terms().begin(), terms.terms().end());
  return batch;
}

/// Analyzers keep the terms of the latest words: they are worth handing from batch to batch.
class SegmentBuilder::Analyzers {
 public:
  explicit Analyzers(const Lexicon& lexicon) : lexicon_(lexicon) {}

  std::unique_ptr<Analyzer> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Analyzer>(lexicon_);
    auto analyzer = std::move(idle_.back());
    idle_.pop_back();
    return analyzer;
  }
  void give_back(std::unique_ptr<Analyzer> analyzer) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(analyzer));
  }

 private:
  const Lexicon& lexicon_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Analyzer>> idle_;  // guarded by mutex_
};

SegmentBuilder::SegmentBuilder(std::filesystem::path segment, std::filesystem::path scratch,
                               const ReadingContext& context, std::size_t jobs, Gathered gathered,
                               BlobArrayWriter store, BlobArrayWriter keys,
                               TokenStreamsWriter tokens)
    : segment_(std::move(segment)),
      scratch_(std::move(scratch)),
      context_(context),
      jobs_(jobs),
      gathered_(gathered),
      store_(std::move(store)),
      keys_(std::move(keys)),
      tokens_(std::move(tokens)),
      analyzers_(std::make_unique<Analyzers>(context.lexicon())) {}

SegmentBuilder::~SegmentBuilder() {
  for (auto& batch : batches_) batch.wait();
  for (auto& merging : merges_) merging.wait();
}

Result<std::unique_ptr<SegmentBuilder>> SegmentBuilder::begin(const std::filesystem::path& segment,
                                                              const std::filesystem::path& scratch,
                                                              const ReadingContext& context,
                                                              std::size_t jobs, Gathered gathered) {
  for (const auto& directory : {segment, scratch}) {
    if (auto created = make_directory(directory); !created) return failure(created.error());
  }
  auto store = BlobArrayWriter::create(segment / segment_file::documents);
  if (!store) return failure(store.error());
  auto keys = BlobArrayWriter::create(segment / segment_file::keys);
  if (!keys) return failure(keys.error());
  auto tokens = TokenStreamsWriter::create(segment / segment_file::tokens,
                                           segment / segment_file::token_terms);
  if (!tokens) return failure(tokens.error());
  return std::unique_ptr<SegmentBuilder>(new SegmentBuilder(segment, scratch, context, jobs,
                                                            gathered, std::move(*store),
                                                            std::move(*keys), std::move(*tokens)));
}

Result<void> SegmentBuilder::add(StoredDocument document) {
  waiting_.push_back(std::move(document));
  ++documents_;
  return waiting_.size() == batch_documents ? start_batch() : Result<void>();
}

Result<void> SegmentBuilder::start_batch() {
  while (batches_.size() + merges_.size() >= jobs_) {
    if (batches_.empty()) {
      if (auto done = merges_.front().get(); !done) return done;
      merges_.pop_front();
    } else if (auto taken = take_oldest(); !taken) {
      return taken;
    }
  }
  const std::filesystem::path database = scratch_ / std::to_string(++databases_);
  batches_.push_back(std::async(
      std::launch::async, [this, database, documents = std::exchange(waiting_, {})]() mutable {
        auto analyzer = analyzers_->take();
        auto batch = Batch::write(std::move(documents), database, context_, *analyzer);
        analyzers_->give_back(std::move(analyzer));
        return batch;
      }));
  return {};
}

Result<void> SegmentBuilder::take_oldest() {
  auto batch = batches_.front().get();
  batches_.pop_front();
  if (!batch) return failure(batch.error());
  for (const std::string& frame : batch->frames) store_.append(frame);
  for (const std::string& key : batch->keys) keys_.append(key);
  tokens_.append(batch->terms, batch->streams);
  for (const DocumentFacets& facets : batch->facets) gathered_.facets.add(facets);
  for (auto& [owner, names] : batch->names) {
    gathered_.names.add(gathered_.documents_before + ++gathered_documents_, owner,
                        std::move(names));
  }
  batch->words.add_to(gathered_.words);
  written_.push_back(std::move(batch->database));
  if (written_.size() == merge_width) start_merge();
  return {};
}

void SegmentBuilder::start_merge() {
  merged_.push_back(scratch_ / ("merged-" + std::to_string(merged_.size())));
  merges_.push_back(
      std::async(std::launch::async, [databases = std::exchange(written_, {}),
                                      into = merged_.back()] { return merge(databases, into); }));
}

Result<void> SegmentBuilder::finish() {
  if (!waiting_.empty()) {
    if (auto started = start_batch(); !started) return started;
  }
  while (!batches_.empty()) {
    if (auto taken = take_oldest(); !taken) return taken;
  }
  for (; !merges_.empty(); merges_.pop_front()) {
    if (auto done = merges_.front().get(); !done) return done;
  }
  std::vector<std::filesystem::path> parts = merged_;
  parts.insert(parts.end(), written_.begin(), written_.end());
  if (auto done = merge(parts, segment_ / segment_file::xapian); !done) return done;
  if (auto done = write_posting_image(segment_); !done) return done;
  if (auto done = store_.finish(); !done) return done;
  if (auto done = keys_.finish(); !done) return done;
  if (auto done = tokens_.finish(); !done) return done;
  std::error_code error;
  std::filesystem::remove_all(scratch_, error);
  if (!error) return {};
  return failure(ErrorCode::io_failed, "cannot be removed: " + error.message(), "",
                 {scratch_.string(), 0});
}

}  // namespace guidepost::indexer
