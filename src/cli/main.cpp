// The program: words -> subcommand -> exit status.
#include "cli/commands.h"
#include "core/version.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

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

int run(int argc, char** argv) {
  CLI::App program{"Search and recommendations for career sites", "guidepost"};
  program.set_version_flag("--version", std::string(version));
  program.require_subcommand(1);
  Action chosen;
  add_index_command(program, chosen);
  add_search_command(program, chosen);
  add_suggest_command(program, chosen);
  add_related_command(program, chosen);
  add_serve_command(program, chosen);
  add_check_command(program, chosen);
  add_generations_command(program, chosen);
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
  try {
    return guidepost::cli::run(argc, argv);
  } catch (const std::exception& exception) {
    std::cerr << "guidepost: a bug: " << exception.what() << "; please report it\n";
    return guidepost::exit_status(guidepost::ErrorCode::internal);
  }
}
