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
  std::vector<std::string> skills;
  std::size_t limit = 10;
  bool json = false;
};

/// The skills that were named by id, label or alias.
Result<std::vector<const Skill*>> skills_named(const std::vector<std::string>& names,
                                               const Vocabulary& vocabulary) {
  std::vector<const Skill*> skills;
  for (const std::string& name : names) {
    const Skill* skill = vocabulary.named(name);
    if (skill == nullptr) {
      const std::string near = vocabulary.nearest_id(name);
      return failure(ErrorCode::not_found, "there is no skill \"" + name + "\"",
                     near.empty() ? "" : "did you mean \"" + near + "\"?");
    }
    skills.push_back(skill);
  }
  return skills;
}

int run(const Options& options) {
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) return report(engine.error());
  const auto skills = skills_named(options.skills, (*engine)->vocabulary());
  if (!skills) return report(skills.error());
  std::vector<std::string> ids;
  for (const Skill* skill : *skills) ids.push_back(skill->id);
  const auto answer = (*engine)->recommender().related(ids, options.limit);
  if (!answer) return report(answer.error());
  if (options.json) {
    std::cout << json::related_answer(*skills, *answer) << "\n";
  } else {
    std::cout << text_of(*answer, Style::of_standard_output());
  }
  return answer->total > 0 ? 0 : found_nothing;
}

}  // namespace

void add_related_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("related", "skills related to these skills");
  auto options = std::make_shared<Options>();
  command->add_option("SKILL", options->skills, "ids, labels or aliases")->required();
  add_index_option(*command, options->index);
  command->add_option("--limit", options->limit, "how many skills")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command->add_flag("--json", options->json, "print what the HTTP API returns");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace guidepost::cli
