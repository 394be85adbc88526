#include "cli/answer_text.h"
#include "cli/commands.h"
#include "cli/recommend_text.h"
#include "core/engine.h"
#include "core/json/answer_json.h"
#include "core/json/recommend_json.h"
#include "core/recommend/name_resolver.h"
#include "core/recommend/similar_roles.h"
#include "core/search/role_of_guide.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::cli {
namespace {

struct Options {
  std::string index;
  std::string role;
  std::vector<std::string> skills;
  std::size_t limit = 10;
  bool json = false;
};

using Verb = Result<int> (*)(const Options&, const Engine&);

int run(const Options& options, Verb verb) {
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) return report(engine.error());
  const auto status = verb(options, **engine);
  return status ? *status : report(status.error());
}

std::vector<std::uint32_t> numbers_of(const std::vector<Understood>& skills) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(skills.size());
  for (const Understood& skill : skills) numbers.push_back(skill.number);
  return numbers;
}

/// What is wrong with the name of a skill or role; empty when nothing is.
std::string wrong_with_name(const std::string& name) {
  if (name.find_first_not_of(" \t\r\n") == std::string::npos) return "a name must not be empty";
  if (name.size() <= longest_name) return "";
  return "a name may have " + std::to_string(longest_name) + " bytes";
}

void refuse_too_many(const std::vector<std::string>& skills) {
  if (skills.size() <= most_skills_given) return;
  throw CLI::ValidationError("there may be " + std::to_string(most_skills_given) + " skills, not " +
                             std::to_string(skills.size()));
}

int status_of(bool is_empty) { return is_empty ? found_nothing : 0; }

Result<int> related(const Options& options, const Engine& engine) {
  const auto skills = understand_skills(engine.recommend_data(), options.skills);
  if (!skills) return failure(skills.error());
  std::vector<std::string> ids;
  std::vector<const Skill*> known;
  for (const Understood& skill : *skills) {
    ids.push_back(skill.id);
    known.push_back(engine.vocabulary().find(skill.id));
  }
  const auto answer = engine.recommender().related(ids, options.limit);
  if (!answer) return failure(answer.error());
  if (options.json) {
    std::cout << json::related_answer(known, *answer) << "\n";
  } else {
    const Style style = Style::of_standard_output();
    std::cout << corrections(*skills, style) << text_of(*answer, style);
  }
  return status_of(answer->total == 0);
}

Result<int> roles(const Options& options, const Engine& engine) {
  const auto have = understand_skills(engine.recommend_data(), options.skills);
  if (!have) return failure(have.error());
  RolesRequest request;
  request.limit = options.limit;
  const RolesAnswer answer = roles_for_skills(engine.recommend_data(), numbers_of(*have), request);
  if (options.json) {
    std::cout << json::roles_answer(*have, answer) << "\n";
  } else {
    const Style style = Style::of_standard_output();
    std::cout << corrections(*have, style) << text_of(answer, style);
  }
  return status_of(answer.roles.empty());
}

Result<int> similar(const Options& options, const Engine& engine) {
  const auto role = role_of_guide(engine.recommend_data(), *engine.lease(), options.role);
  if (!role) return failure(role.error());
  RolesRequest request;
  request.limit = options.limit;
  const RolesAnswer answer = similar_roles(engine.recommend_data(), role->number, request);
  if (options.json) {
    std::cout << json::similar_answer(*role, answer) << "\n";
  } else {
    const Style style = Style::of_standard_output();
    std::cout << corrections({*role}, style) << text_of(answer, style);
  }
  return status_of(answer.roles.empty());
}

Result<int> gap(const Options& options, const Engine& engine) {
  const RecommendData& data = engine.recommend_data();
  const auto role = role_of_guide(data, *engine.lease(), options.role);
  if (!role) return failure(role.error());
  const auto have = understand_skills(data, options.skills);
  if (!have) return failure(have.error());
  GapRequest request;
  request.limit = options.limit;
  const GapAnswer answer = skill_gap(data, role->number, numbers_of(*have), request);
  const auto searcher = engine.lease();
  const auto help = help_with_gap(*searcher, engine.vocabulary(), answer);
  if (!help) return failure(help.error());
  if (options.json) {
    std::cout << json::gap_answer(*role, *have, answer, *help) << "\n";
  } else {
    const Style style = Style::of_standard_output();
    std::cout << corrections({*role}, style) << corrections(*have, style)
              << text_of(answer, *help, style);
  }
  return status_of(answer.missing.empty() && answer.held.empty());
}

Result<int> next(const Options& options, const Engine& engine) {
  const auto role = role_of_guide(engine.recommend_data(), *engine.lease(), options.role);
  if (!role) return failure(role.error());
  const NextAnswer answer = next_roles(engine.recommend_data(), role->number, options.limit);
  if (options.json) {
    std::cout << json::next_answer(*role, answer) << "\n";
  } else {
    const Style style = Style::of_standard_output();
    std::cout << corrections({*role}, style) << text_of(answer, style);
  }
  return status_of(answer.roles.empty());
}

CLI::App* add_verb(CLI::App& program, Action& chosen, const char* name, const char* meaning,
                   Verb verb, const std::shared_ptr<Options>& options) {
  CLI::App* command = program.add_subcommand(name, meaning);
  add_index_option(*command, options->index);
  command->add_option("--limit", options->limit, "how many")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command->add_flag("--json", options->json, "print what the HTTP API returns");
  command->callback([options, verb, &chosen] {
    refuse_too_many(options->skills);
    chosen = [options, verb] { return run(*options, verb); };
  });
  return command;
}

}  // namespace

void add_recommend_commands(CLI::App& program, Action& chosen) {
  const auto with_skills = [&](const char* name, const char* meaning, Verb verb) {
    const auto options = std::make_shared<Options>();
    add_verb(program, chosen, name, meaning, verb, options)
        ->add_option("SKILL", options->skills, "ids, labels or aliases")
        ->check(wrong_with_name)
        ->required();
  };
  const auto with_role = [&](const char* name, const char* meaning, Verb verb) {
    const auto options = std::make_shared<Options>();
    add_verb(program, chosen, name, meaning, verb, options)
        ->add_option("ROLE", options->role, "id, title or alias")
        ->check(wrong_with_name)
        ->required();
  };
  with_skills("related", "skills related to these skills", related);
  with_skills("roles", "roles that fit these skills", roles);
  with_role("similar", "roles similar to this role", similar);
  with_role("next", "where the career path leads", next);
  const auto options = std::make_shared<Options>();
  CLI::App* command = add_verb(program, chosen, "gap",
                               "what is missing for a role, in learning order", gap, options);
  command->add_option("--role", options->role, "id, title or alias")
      ->check(wrong_with_name)
      ->required();
  command->add_option("--have", options->skills, "skills: ids, labels or aliases")
      ->check(wrong_with_name);
}

}  // namespace guidepost::cli
