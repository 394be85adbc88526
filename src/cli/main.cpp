// The program: words -> subcommand -> exit status.
#include "cli/commands.h"
#include "core/text/edit_distance.h"
#include "core/version.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guidepost::cli {

void add_index_option(CLI::App& command, std::string& directory) {
  directory = "./index";
  command.add_option("--index", directory, "the index directory")
      ->envname("GUIDEPOST_INDEX")
      ->capture_default_str();
}

int report(const Error& error) {
  std::cerr << "guidepost: " << to_string(error) << "\n";
  return exit_status(error.code);
}

namespace {

/// The error for a first word that is no command: "serch" -> did you mean "search"? Nothing when it is one.
std::optional<Error> unknown_command(const CLI::App& program, const std::string& typed) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == typed) return std::nullopt;
    names.push_back(command->get_name());
  }
  const std::string near = nearest(typed, std::span<const std::string>(names));
  return Error{ErrorCode::bad_usage,
               "there is no command \"" + typed + "\"",
               near.empty() ? "see guidepost --help" : "did you mean \"" + near + "\"?",
               {}};
}

int run(int argc, char** argv) {
  CLI::App program{"Search and recommendations for career sites", "guidepost"};
  program.set_version_flag("--version", std::string(version));
  program.require_subcommand(1);
  Action chosen;
  add_index_command(program, chosen);
  add_search_command(program, chosen);
  add_suggest_command(program, chosen);
  add_recommend_commands(program, chosen);
  add_eval_command(program, chosen);
  add_serve_command(program, chosen);
  add_check_command(program, chosen);
  add_generations_command(program, chosen);
  add_rollback_command(program, chosen);
  add_prune_command(program, chosen);
  if (argc > 1 && argv[1][0] != '-') {
    if (const auto error = unknown_command(program, argv[1])) return report(*error);
  }
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    program.exit(error, std::cout, std::cerr);
    return is_help ? EXIT_SUCCESS : exit_status(ErrorCode::bad_usage);
  }
  return chosen();
}

}  // namespace
}  // namespace guidepost::cli

int main(int argc, char** argv) {
  // A limit on file sizes must be an error of the one write, as a full disk is, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return guidepost::cli::run(argc, argv);
  } catch (const std::exception& exception) {
    std::cerr << "guidepost: a bug: " << exception.what() << "; please report it\n";
    return guidepost::exit_status(guidepost::ErrorCode::internal);
  }
}
