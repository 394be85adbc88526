#include "cli/answer_text.h"
#include "cli/commands.h"
#include "core/engine.h"
#include "core/json/answer_json.h"

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
  std::string index;
  std::vector<std::string> prefix;
  std::size_t limit = 8;
  bool json = false;
};

int run(const Options& options) {
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) return report(engine.error());
  std::string typed;
  for (const std::string& word : options.prefix) typed += (typed.empty() ? "" : " ") + word;
  const SuggestAnswer answer = (*engine)->suggester().suggest(typed, options.limit);
  if (options.json) {
    std::cout << json::suggest_answer(answer) << "\n";
  } else {
    std::cout << text_of(answer, Style::of_standard_output());
  }
  return answer.total > 0 ? 0 : found_nothing;
}

}  // namespace

void add_suggest_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("suggest", "complete what is being typed");
  auto options = std::make_shared<Options>();
  command->add_option("PREFIX", options->prefix, "what has been typed so far");
  add_index_option(*command, options->index);
  command->add_option("--limit", options->limit, "how many completions")
      ->check(CLI::Range(1, 50))
      ->capture_default_str();
  command->add_flag("--json", options->json, "print what the HTTP API returns");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace guidepost::cli
