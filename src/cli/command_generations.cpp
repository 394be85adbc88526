#include "cli/commands.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "indexer/index_lock.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::cli {
namespace {

int check(const std::string& index) {
  const IndexDirectory directory(index);
  const auto current = directory.current();
  if (!current) return report(current.error());
  const auto path = directory.path_of(*current);
  if (const auto verified = verify_generation(path); !verified) return report(verified.error());
  const auto opened = open_generation(path);
  if (!opened) return report(opened.error());
  std::cout << "generation " << *current << " is sound: " << (*opened)->manifest.documents()
            << " documents, " << (*opened)->manifest.files.size() << " files\n";
  return 0;
}

std::uint64_t bytes_of(const Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const ManifestFile& file : manifest.files) bytes += file.bytes;
  return bytes;
}

int list(const std::string& index) {
  const IndexDirectory directory(index);
  const auto current = directory.current();
  if (!current) return report(current.error());
  for (const std::string& name : directory.generations()) {
    const auto path = directory.path_of(name);
    const auto manifest = read_manifest(path);
    std::cout << (name == *current ? "* " : "  ") << name << "  ";
    if (!manifest) {
      std::cout << to_string(manifest.error()) << "\n";
      continue;
    }
    constexpr std::uint64_t kilobyte = 1024;
    std::cout << manifest->built_at << "  " << manifest->documents() << " documents  "
              << (bytes_of(*manifest) + kilobyte - 1) / kilobyte << " KB  content "
              << manifest->content_hash << (GenerationLease::take_to_remove(path) ? "" : "  served")
              << "\n";
  }
  return 0;
}

/// The newest generation that is older than the current one.
Result<std::string> generation_before(const IndexDirectory& directory, const std::string& current) {
  std::string before;
  for (std::string& name : directory.generations()) {
    if (name == current) break;
    before = std::move(name);
  }
  if (!before.empty()) return before;
  return failure(ErrorCode::bad_usage, "there is no generation older than " + current,
                 "see `guidepost generations`", {directory.root().string(), 0});
}

Result<std::string> roll_back(const std::string& index, const std::string& asked) {
  const IndexDirectory directory(index);
  const auto current = directory.current();
  // A pointer that is damaged is mended by naming a generation.
  if (!current && (asked.empty() || current.error().code == ErrorCode::index_missing)) {
    return failure(current.error());
  }
  const auto lock = indexer::IndexLock::take(directory.lock_file());
  if (!lock) return failure(lock.error());
  auto chosen = asked.empty() ? generation_before(directory, *current) : Result<std::string>(asked);
  if (!chosen) return chosen;
  const std::vector<std::string> names = directory.generations();
  if (std::find(names.begin(), names.end(), *chosen) == names.end()) {
    return failure(ErrorCode::bad_usage, "there is no generation " + *chosen,
                   "see `guidepost generations`", {directory.root().string(), 0});
  }
  if (auto verified = verify_generation(directory.path_of(*chosen)); !verified) {
    return failure(verified.error());
  }
  if (auto done = directory.make_current(*chosen); !done) return failure(done.error());
  return *chosen;
}

int rollback(const std::string& index, const std::string& asked) {
  const auto generation = roll_back(index, asked);
  if (!generation) return report(generation.error());
  std::cout << "generation " << *generation << " is current\n";
  return 0;
}

int prune(const std::string& index, std::size_t keep) {
  const IndexDirectory directory(index);
  const auto current = directory.current();
  if (!current) return report(current.error());
  const auto lock = indexer::IndexLock::take(directory.lock_file());
  if (!lock) return report(lock.error());
  const IndexDirectory::Removal removal = directory.remove_old(keep);
  for (const std::string& name : removal.removed) std::cout << "removed " << name << "\n";
  for (const std::string& name : removal.served) {
    std::cout << "kept " << name << ": a process has it open\n";
  }
  std::cout << directory.generations().size() << " generations are left\n";
  return 0;
}

}  // namespace

void add_check_command(CLI::App& program, Action& chosen) {
  CLI::App* command =
      program.add_subcommand("check", "verify the current generation, checksums included");
  auto index = std::make_shared<std::string>();
  add_index_option(*command, *index);
  command->callback([index, &chosen] { chosen = [index] { return check(*index); }; });
}

void add_generations_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("generations", "list the generations of the index");
  auto index = std::make_shared<std::string>();
  add_index_option(*command, *index);
  command->callback([index, &chosen] { chosen = [index] { return list(*index); }; });
}

void add_rollback_command(CLI::App& program, Action& chosen) {
  CLI::App* command =
      program.add_subcommand("rollback", "make an older generation current, once it is verified");
  struct Options {
    std::string index;
    std::string generation;
  };
  auto options = std::make_shared<Options>();
  command->add_option("GENERATION", options->generation,
                      "its name; without one, the newest before the current");
  add_index_option(*command, options->index);
  command->callback([options, &chosen] {
    chosen = [options] { return rollback(options->index, options->generation); };
  });
}

void add_prune_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand(
      "prune", "remove old generations; never the current one, never one that is being served");
  struct Options {
    std::string index;
    std::size_t keep = 2;
  };
  auto options = std::make_shared<Options>();
  add_index_option(*command, options->index);
  command->add_option("--keep", options->keep, "generations to leave, the current one included")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->callback(
      [options, &chosen] { chosen = [options] { return prune(options->index, options->keep); }; });
}

}  // namespace guidepost::cli
