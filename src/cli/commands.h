// The verbs of the program, one family a file. Each adds its subcommand and sets the action that main runs when it was chosen.
#pragma once

#include "core/error.h"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace guidepost::cli {

/// Runs the chosen subcommand and returns the exit status of the program.
using Action = std::function<int()>;

void add_index_command(CLI::App& program, Action& chosen);
void add_search_command(CLI::App& program, Action& chosen);
void add_suggest_command(CLI::App& program, Action& chosen);
/// related, roles, similar, gap, next.
void add_recommend_commands(CLI::App& program, Action& chosen);
void add_eval_command(CLI::App& program, Action& chosen);
void add_serve_command(CLI::App& program, Action& chosen);
void add_check_command(CLI::App& program, Action& chosen);
void add_generations_command(CLI::App& program, Action& chosen);
void add_rollback_command(CLI::App& program, Action& chosen);
void add_prune_command(CLI::App& program, Action& chosen);

/// `--index DIR`, with its default and environment variable, the same for every subcommand.
void add_index_option(CLI::App& command, std::string& directory);

/// Writes the error to standard error and gives its exit status.
int report(const Error& error);

/// The exit status for an answer that holds nothing.
inline constexpr int found_nothing = 1;

}  // namespace guidepost::cli
