#include "cli/commands.h"
#include "cli/terminal.h"
#include "indexer/index_run.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::cli {
namespace {

struct Options {
  std::vector<std::string> sources;
  std::string index;
  std::string format = "auto";
  bool strict = false;
  bool dry_run = false;
  bool full = false;
};

void write_problems(const std::vector<indexer::Problem>& problems) {
  for (const indexer::Problem& problem : problems) {
    const bool is_error = problem.severity == indexer::Severity::error;
    Error shown = problem.error;
    shown.message = (is_error ? "error: " : "warning: ") + shown.message;
    std::cerr << to_string(shown) << "\n";
  }
}

void write_summary(const indexer::IndexReport& report, const std::string& index) {
  const Manifest& counts = report.manifest;
  std::cout << counts.documents() << " documents: " << counts.guides << " guides, "
            << counts.passages << " passages, " << counts.tips << " tips, " << counts.skills
            << " skills; " << counts.rejected << " rejected\n";
  if (!report.published) {
    std::cout << "dry run: nothing was published\n";
    return;
  }
  const auto speed = static_cast<long>(static_cast<double>(counts.documents()) / report.seconds);
  const auto milliseconds = static_cast<long>(report.seconds * 1000);
  std::cout << "published generation " << counts.generation << " in " << index << " after "
            << milliseconds << " ms, " << speed << " documents/s\n";
}

int run(const Options& options) {
  indexer::IndexRequest request;
  for (const std::string& source : options.sources) request.sources.emplace_back(source);
  request.index = options.index;
  request.strictness = options.strict ? indexer::Strictness::strict : indexer::Strictness::lenient;
  request.publish = options.dry_run ? indexer::Publish::no : indexer::Publish::yes;
  indexer::IndexReport index_report;
  Result<void> done;
  {
    ProgressLine line;
    done = indexer::run_index(
        request,
        [&](const std::string& phase, std::size_t at, std::size_t total) {
          line.show(phase, at, total);
        },
        index_report);
  }
  write_problems(index_report.problems);
  if (!done) return report(done.error());
  write_summary(index_report, options.index);
  return 0;
}

}  // namespace

void add_index_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("index", "build a new generation from sources");
  auto options = std::make_shared<Options>();
  command->add_option("SOURCE", options->sources, "corpus directories")->required();
  add_index_option(*command, options->index);
  command->add_option("--format", options->format, "what the sources are")
      ->check(CLI::IsMember({"auto", "guide"}))
      ->capture_default_str();
  command->add_flag("--strict", options->strict, "publish nothing when an item is rejected");
  command->add_flag("--dry-run", options->dry_run, "read and check everything, publish nothing");
  command->add_flag("--full", options->full, "rebuild everything, as every run does today");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace guidepost::cli
