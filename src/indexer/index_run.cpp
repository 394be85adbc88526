#include "indexer/index_run.h"

#include "core/index/index_directory.h"
#include "indexer/generation_builder.h"
#include "indexer/generation_writer.h"
#include "indexer/index_lock.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

Result<Manifest> publish(Corpus corpus, const IndexRequest& request, const Progress& progress) {
  const IndexDirectory directory(request.index);
  std::error_code error;
  std::filesystem::create_directories(directory.generations_path(), error);
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be created: " + error.message(),
                   "check the permissions", {directory.generations_path().string(), 0});
  }
  const auto lock = IndexLock::take(directory.lock_file());
  if (!lock) return failure(lock.error());
  directory.remove_old(request.keep);  // also what killed runs left behind
  auto writer = GenerationWriter::begin(directory);
  if (!writer) return failure(writer.error());
  auto manifest = GenerationBuilder(std::move(corpus), progress).write(std::move(*writer));
  if (manifest) directory.remove_old(request.keep);
  return manifest;
}

}  // namespace

Result<void> run_index(const IndexRequest& request, const Progress& progress, IndexReport& report) {
  const auto begin = std::chrono::steady_clock::now();
  auto corpus = CorpusReader(progress).read(request.sources);
  if (!corpus) return failure(corpus.error());
  report.problems = std::move(corpus->problems);
  report.manifest = counts_of(*corpus);
  if (request.strictness == Strictness::strict && corpus->rejected > 0) {
    return failure(ErrorCode::bad_input,
                   std::to_string(corpus->rejected) + " of the source's items were rejected",
                   "mend them, or index without --strict to leave them out");
  }
  if (corpus->guides.empty() && corpus->tips.empty()) {
    return failure(ErrorCode::bad_input,
                   "there is nothing to index: every guide and tip was rejected",
                   "mend the errors above");
  }
  if (request.publish == Publish::yes) {
    auto manifest = publish(std::move(*corpus), request, progress);
    if (!manifest) return failure(manifest.error());
    report.manifest = std::move(*manifest);
    report.published = true;
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return {};
}

}  // namespace guidepost::indexer
