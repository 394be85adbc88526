#include "cli/commands.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <iostream>
#include <memory>
#include <string>

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

int list(const std::string& index) {
  const IndexDirectory directory(index);
  const auto current = directory.current();
  if (!current) return report(current.error());
  for (const std::string& name : directory.generations()) {
    const auto opened = open_generation(directory.path_of(name));
    std::cout << (name == *current ? "* " : "  ") << name << "  ";
    if (opened) {
      const Manifest& manifest = (*opened)->manifest;
      std::cout << manifest.built_at << "  " << manifest.documents() << " documents\n";
    } else {
      std::cout << to_string(opened.error()) << "\n";
    }
  }
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

}  // namespace guidepost::cli
