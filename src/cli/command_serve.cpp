#include <CLI/App.hpp>
#include "cli/commands.h"
namespace guidepost::cli { void add_serve_command(CLI::App&, Action&) {} }
