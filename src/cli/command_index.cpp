#include "cli/commands.h"
#include "cli/terminal.h"
#include "indexer/index_run.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::cli {
namespace {

struct Options {
  std::vector<std::string> sources;
  std::vector<std::string> columns;
  std::vector<std::string> golden;
  std::vector<std::string> synonyms;
  std::string index;
  std::string format = "auto";
  bool strict = false;
  bool dry_run = false;
  bool full = false;
  bool allow_shrink = false;
  std::size_t jobs = 0;
  std::optional<std::size_t> memory;
  std::size_t least_documents = 1;
  std::uint64_t most_megabytes = 0;
};

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;

void write_problems(const std::vector<indexer::Problem>& problems) {
  for (const indexer::Problem& problem : problems) {
    const bool is_error = problem.severity == indexer::Severity::error;
    Error shown = problem.error;
    shown.message = (is_error ? "error: " : "warning: ") + shown.message;
    std::cerr << to_string(shown) << "\n";
  }
}

void write_changes(const indexer::IndexReport& report) {
  const indexer::Changes& changes = report.changes;
  std::cout << changes.added << " added, " << changes.altered << " changed, " << changes.removed
            << " removed, " << changes.unchanged << " as they were";
  if (!report.rebuilt_because.empty()) {
    std::cout << "; everything is built anew: " << report.rebuilt_because;
  }
  std::cout << "\n";
}

void write_summary(const indexer::IndexReport& report, const std::string& index) {
  const Manifest& counts = report.manifest;
  std::cout << counts.documents() << " documents: " << counts.guides << " guides, "
            << counts.passages << " passages, " << counts.tips << " tips, " << counts.skills
            << " skills; " << counts.rejected << " rejected\n";
  const auto milliseconds = static_cast<long>(report.seconds * 1000);
  switch (report.outcome) {
    case indexer::Outcome::unchanged:
      std::cout << "nothing changed: generation " << counts.generation << " in " << index
                << " stays, after " << milliseconds << " ms\n";
      return;
    case indexer::Outcome::not_asked:
      write_changes(report);
      std::cout << "dry run: nothing was published\n";
      return;
    case indexer::Outcome::published:
      break;
  }
  write_changes(report);
  const auto speed = static_cast<long>(static_cast<double>(counts.documents()) / report.seconds);
  std::cout << "published generation " << counts.generation << " in " << index << " after "
            << milliseconds << " ms, " << speed << " documents/s; content " << counts.content_hash
            << "\n";
}

Result<indexer::IndexRequest> request_of(const Options& options) {
  indexer::IndexRequest request;
  indexer::SourceSpec spec;
  if (options.format != "auto") spec.format = indexer::source_format_named(options.format);
  for (const std::string& pair : options.columns) {
    const std::size_t sign = pair.rfind('=');
    if (sign == std::string::npos) {
      return failure(ErrorCode::bad_usage,
                     "--map " + pair + " has no =", "write --map column=field");
    }
    spec.columns.emplace_back(pair.substr(0, sign), pair.substr(sign + 1));
  }
  for (const std::string& source : options.sources) {
    spec.path = source;
    request.sources.push_back(spec);
  }
  request.index = options.index;
  request.strictness = options.strict ? indexer::Strictness::strict : indexer::Strictness::lenient;
  request.publish = options.dry_run ? indexer::Publish::no : indexer::Publish::yes;
  request.reuse = options.full ? indexer::Reuse::no : indexer::Reuse::yes;
  request.shrinking =
      options.allow_shrink ? indexer::Shrinking::allowed : indexer::Shrinking::refused;
  request.jobs = options.jobs;
  if (options.memory) request.memory = *options.memory * megabyte;
  request.least_documents = options.least_documents;
  request.most_bytes = options.most_megabytes * megabyte;
  request.golden.assign(options.golden.begin(), options.golden.end());
  request.synonyms.assign(options.synonyms.begin(), options.synonyms.end());
  return request;
}

int run(const Options& options) {
  const auto request = request_of(options);
  if (!request) return report(request.error());
  indexer::IndexReport index_report;
  Result<void> done;
  {
    ProgressLine line;
    done = indexer::run_index(
        *request,
        [&](const std::string& phase, std::size_t at, std::size_t total) {
          line.show(phase, at, total);
        },
        index_report);
  }
  write_problems(index_report.problems);
  if (index_report.further_problems > 0) {
    std::cerr << "and " << index_report.further_problems << " more\n";
  }
  if (!done) {
    const indexer::Changes& changes = index_report.changes;
    if (changes.added + changes.altered + changes.removed > 0) write_changes(index_report);
    return report(done.error());
  }
  write_summary(index_report, options.index);
  return 0;
}

}  // namespace

void add_index_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("index", "build a new generation from sources");
  auto options = std::make_shared<Options>();
  command
      ->add_option(
          "SOURCE", options->sources,
          "corpora, Markdown or HTML trees, JSON Lines, tables, ESCO or O*NET directories; "
          "where ids collide, the earlier one wins")
      ->required();
  add_index_option(*command, options->index);
  command->add_option("--format", options->format, "what the sources are")
      ->check(CLI::IsMember(
          {"auto", "guide", "markdown", "jsonl", "csv", "tsv", "html", "esco", "onet"}))
      ->capture_default_str();
  // One value an option, or "--map Ref=id jobs.csv" would take the source for a second column.
  command
      ->add_option("--map", options->columns,
                   "COLUMN=FIELD: what a column of a table means; repeat it")
      ->allow_extra_args(false);
  command
      ->add_option("--synonyms", options->synonyms,
                   "a file of what else words may mean; repeat it. A corpus brings its own")
      ->allow_extra_args(false);
  command->add_flag("--strict", options->strict, "publish nothing when an item is rejected");
  command->add_flag("--dry-run", options->dry_run,
                    "read and check everything, say what would change, publish nothing");
  command->add_flag("--full", options->full, "build everything anew, whatever changed");
  command->add_flag("--allow-shrink", options->allow_shrink,
                    "publish even when more than 30 % of the documents would vanish");
  command->add_option("--jobs", options->jobs, "threads; 0: one for each core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  command
      ->add_option("--memory", options->memory,
                   "megabytes the run may use; 512, or what the sources need, where it is not said")
      ->check(CLI::Range(64, 1 << 20));
  command
      ->add_option("--golden", options->golden,
                   "a file of queries that the new generation must answer; repeat it")
      ->allow_extra_args(false);
  command
      ->add_option("--min-documents", options->least_documents,
                   "publish nothing with fewer documents")
      ->capture_default_str();
  command
      ->add_option("--max-megabytes", options->most_megabytes,
                   "publish nothing that is larger; 0: no bound")
      ->capture_default_str();
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace guidepost::cli
