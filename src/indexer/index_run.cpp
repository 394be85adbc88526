#include "indexer/index_run.h"

#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "core/version.h"
#include "indexer/generation_build.h"
#include "indexer/generation_files.h"
#include "indexer/generation_writer.h"
#include "indexer/index_lock.h"
#include "indexer/memory_budget.h"
#include "indexer/memory_need.h"
#include "indexer/publication_gate.h"
#include "indexer/source_set.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace guidepost::indexer {
namespace {

/// A run that drops more of the documents than this was probably given half of its sources.
constexpr double most_vanished_share = 0.3;

bool is_same(const std::vector<ManifestSource>& a, const std::vector<ManifestSource>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.format == y.format && x.checksum == y.checksum;
  });
}

/// One run, step by step.
class Run {
 public:
  Run(const IndexRequest& request, const Progress& progress, IndexReport& report)
      : request_(request),
        progress_(progress),
        report_(report),
        directory_(request.index),
        sources_(request.sources, request.synonyms),
        jobs_(request.jobs != 0 ? request.jobs
                                : std::max<std::size_t>(1, std::thread::hardware_concurrency())),
        memory_(request.memory.value_or(MemoryBudget::usual_bytes)) {}

  Result<void> run() {
    auto described = sources_.describe();
    if (!described) return failure(described.error());
    // A dry run writes nothing, so it needs no lock.
    std::optional<IndexLock> lock;
    if (request_.publish == Publish::yes) {
      auto taken = take_lock();
      if (!taken) return failure(taken.error());
      lock.emplace(std::move(*taken));
      directory_.remove_old(request_.keep);  // also what killed runs left behind
    }
    open_previous();
    if (is_unchanged(*described)) return check_current();
    std::optional<OutlineReader> reading;
    OutlineReader& reader =
        reading.emplace(previous_ ? &previous_->catalogue : nullptr,
                        is_of_this_program() ? Units::pass_over : Units::read,
                        memory_.waiting(previous_ ? previous_->catalogue.size() : 0), progress_);
    if (auto outlined = sources_.outline(reader); !outlined) return outlined;
    Outline& outline = reader.finish();
    describe(outline, reader.difference());
    if (auto sound = check(outline, reader.difference()); !sound) return sound;
    std::optional<const ReadingContext> context(outline);
    const MemoryNeed need = memory_need_of(outline, context->names(), jobs_);
    if (!request_.memory) memory_ = MemoryBudget::usual(need, jobs_);
    if (auto enough = check_memory(need); !enough) return enough;
    choose_way(outline, reader.difference(), *context);
    jobs_ = memory_.jobs(jobs_, need);
    if (request_.publish == Publish::no) return {};
    auto rules = gate_rules();
    if (!rules) return failure(rules.error());
    auto writer = GenerationWriter::begin(directory_);
    if (!writer) return failure(writer.error());
    auto manifest = build(*writer, reader, *context);
    if (!manifest) return failure(manifest.error());
    const std::vector<ManifestFile> linked =
        report_.rebuilt_because.empty() ? previous_->manifest.files : std::vector<ManifestFile>();
    // What is verified next is as large as all of this: the memory is needed.
    context.reset();
    reading.reset();
    previous_.reset();
    manifest->sources = std::move(*described);
    manifest->build_seconds = seconds();
    manifest = std::move(*writer).publish(std::move(*manifest), segment_files(linked),
                                          [&](std::unique_ptr<const Generation> generation) {
                                            return check_gate(*rules, std::move(generation));
                                          });
    if (!manifest) return failure(manifest.error());
    report_.manifest = std::move(*manifest);
    report_.outcome = Outcome::published;
    directory_.remove_old(request_.keep);
    return {};
  }

 private:
  Result<IndexLock> take_lock() {
    std::error_code error;
    std::filesystem::create_directories(directory_.generations_path(), error);
    if (error) {
      return failure(ErrorCode::io_failed, "cannot be created: " + error.message(),
                     "check the permissions", {directory_.generations_path().string(), 0});
    }
    return IndexLock::take(directory_.lock_file());
  }

  /// What cannot be read is not built on: everything is made anew, and that mends it.
  void open_previous() {
    const auto name = directory_.current();
    if (!name) {
      report_.rebuilt_because = "there was no index";
      return;
    }
    auto opened = open_generation(directory_.path_of(*name));
    if (opened) {
      previous_ = std::move(*opened);
    } else {
      report_.rebuilt_because = to_string(opened.error());
    }
  }

  bool is_unchanged(const std::vector<ManifestSource>& described) {
    if (!previous_ || request_.reuse == Reuse::no || request_.publish == Publish::no) return false;
    const Manifest& manifest = previous_->manifest;
    if (!is_of_this_program() || !is_same(manifest.sources, described)) return false;
    if (request_.strictness == Strictness::strict && manifest.rejected > 0) return false;
    report_.manifest = manifest;
    report_.changes.unchanged = manifest.documents();
    report_.outcome = Outcome::unchanged;
    return true;
  }

  /// Another program may read the same bytes in another way.
  bool is_of_this_program() const {
    return previous_ && request_.reuse == Reuse::yes && previous_->manifest.program == version;
  }

  /// The rules may be newer than the generation.
  Result<void> check_current() {
    auto rules = gate_rules();
    if (!rules) return failure(rules.error());
    return check_gate(*rules, std::move(previous_));
  }

  void describe(Outline& outline, const Difference& difference) {
    report_.problems = std::move(outline.problems);
    report_.further_problems = outline.further_problems;
    report_.manifest = counts_of(outline);
    report_.changes = {difference.added, difference.altered, difference.vanished,
                       outline.documents.size() - difference.added - difference.altered};
  }

  Result<void> check(const Outline& outline, const Difference& difference) const {
    if (request_.strictness == Strictness::strict && outline.rejected > 0) {
      return failure(ErrorCode::bad_input,
                     std::to_string(outline.rejected) + " of the source's items were rejected",
                     "mend them, or index without --strict to leave them out");
    }
    // Skills alone are a vocabulary; skills whose guides were all rejected are an accident.
    const bool is_vocabulary = outline.rejected == 0 && !outline.skills.empty();
    if (!is_vocabulary && outline.guides.empty() && outline.tips.empty() && outline.passages == 0) {
      return failure(ErrorCode::bad_input,
                     "there is nothing to index: every guide, passage and tip was rejected",
                     "mend the errors above");
    }
    const auto before = static_cast<double>(difference.unchanged.size());
    if (request_.shrinking == Shrinking::refused &&
        static_cast<double>(difference.vanished) > most_vanished_share * before) {
      return failure(ErrorCode::bad_input,
                     std::to_string(difference.vanished) + " of " +
                         std::to_string(difference.unchanged.size()) +
                         " documents would vanish; nothing was published",
                     "check that the sources are complete, or say --allow-shrink");
    }
    return {};
  }

  Result<void> check_memory(const MemoryNeed& need) const {
    if (!request_.memory || memory_.is_enough_for(need)) return {};
    const std::uint64_t needed = (MemoryBudget::least(need) >> 20U) + 1;
    return failure(ErrorCode::bad_input,
                   std::to_string(*request_.memory >> 20U) + " MB are too little for " +
                       std::to_string(need.documents) + " documents, " +
                       std::to_string(need.names) + " of them guides and skills",
                   "say --memory " + std::to_string(needed));
  }

  void choose_way(const Outline& outline, const Difference& difference,
                  const ReadingContext& context) {
    if (!previous_) return;
    if (request_.reuse == Reuse::no) {
      report_.rebuilt_because = "--full was said";
    } else if (previous_->manifest.program != version) {
      report_.rebuilt_because = "the index was built by guidepost " + previous_->manifest.program;
    } else {
      report_.rebuilt_because = why_not_beside(*previous_, outline, difference, context);
    }
  }

  Result<Manifest> build(const GenerationWriter& writer, OutlineReader& reader,
                         const ReadingContext& context) {
    if (previous_ && report_.rebuilt_because.empty()) {
      return build_beside(writer, *previous_, reader.outline(), std::move(reader.difference()),
                          context, jobs_, progress_);
    }
    // What another program wrote, this one may write otherwise.
    const Generation* takes_from = is_of_this_program() ? previous_.get() : nullptr;
    return build_all(writer, takes_from, sources_, reader, context, jobs_, progress_);
  }

  /// Those below a segment's directory.
  static std::vector<ManifestFile> segment_files(std::vector<ManifestFile> files) {
    std::erase_if(
        files, [](const ManifestFile& file) { return file.path.find('/') == std::string::npos; });
    return files;
  }

  Result<GateRules> gate_rules() const {
    GateRules rules;
    rules.least_documents = request_.least_documents;
    rules.most_bytes = request_.most_bytes;
    std::vector<std::filesystem::path> files = request_.golden;
    std::error_code error;
    for (const SourceSpec& source : request_.sources) {
      const std::filesystem::path file = source.path / "golden.jsonl";
      if (std::filesystem::is_regular_file(file, error)) files.push_back(file);
    }
    for (const std::filesystem::path& file : files) {
      auto queries = read_golden(file);
      if (!queries) return failure(queries.error());
      rules.golden.insert(rules.golden.end(), queries->begin(), queries->end());
    }
    return rules;
  }

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  const IndexRequest& request_;
  const Progress& progress_;
  IndexReport& report_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  IndexDirectory directory_;
  SourceSet sources_;
  std::size_t jobs_;
  MemoryBudget memory_;
  std::unique_ptr<const Generation> previous_;
};

}  // namespace

Result<void> run_index(const IndexRequest& request, const Progress& progress, IndexReport& report) {
  const auto begin = std::chrono::steady_clock::now();
  auto done = Run(request, progress, report).run();
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return done;
}

}  // namespace guidepost::indexer
