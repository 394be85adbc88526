#include "cli/commands.h"
#include "server/server.h"
#include "server/server_config.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>
#include <string>

namespace guidepost::cli {
namespace {

struct Options {
  std::string index;
  std::string listen;
  std::string config;
};

/// The file's settings, or the defaults, with what the command line says on top.
Result<server::ServerConfig> config_of(const Options& options) {
  server::ServerConfig config;
  if (!options.config.empty()) {
    auto read = server::read_server_config(options.config);
    if (!read) return read;
    config = std::move(*read);
  }
  if (!options.listen.empty()) {
    auto listen = server::read_listen_address(options.listen);
    if (!listen) return failure(listen.error());
    config.listen = std::move(*listen);
  }
  return config;
}

int run(const Options& options) {
  const auto config = config_of(options);
  if (!config) return report(config.error());
  const auto server = server::Server::open(*config, options.index);
  if (!server) return report(server.error());
  (*server)->run();
  return 0;
}

}  // namespace

void add_serve_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("serve", "answer over HTTP, with the demo site at /");
  auto options = std::make_shared<Options>();
  add_index_option(*command, options->index);
  command->add_option("--listen", options->listen, "ADDR:PORT; port 0 takes any free one");
  command->add_option("--config", options->config, "a TOML file, see docs/configuration.md");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace guidepost::cli
