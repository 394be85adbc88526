#include "server/server_config.h"

#include "core/text/edit_distance.h"

#include <toml++/toml.h>

#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace guidepost::server {
namespace {

/// A key of the file and what it does with its value. What is wrong with a value comes back as text.
struct Key {
  std::string name;
  std::function<std::optional<std::string>(const toml::node&)> read;
};

Key number(std::string name, std::size_t& target, std::int64_t least, std::int64_t most) {
  return {std::move(name), [&target, least, most](const toml::node& node) {
            const auto value = node.value_exact<std::int64_t>();
            std::optional<std::string> wrong;
            if (value && *value >= least && *value <= most) {
              target = static_cast<std::size_t>(*value);
            } else {
              wrong = "must be a whole number from " + std::to_string(least) + " to " +
                      std::to_string(most);
            }
            return wrong;
          }};
}

Key duration(std::string name, std::chrono::milliseconds& target) {
  constexpr std::int64_t one_hour = 3'600'000;
  return {std::move(name), [&target](const toml::node& node) {
            const auto value = node.value_exact<std::int64_t>();
            std::optional<std::string> wrong;
            if (value && *value >= 1 && *value <= one_hour) {
              target = std::chrono::milliseconds(*value);
            } else {
              wrong = "must be milliseconds from 1 to " + std::to_string(one_hour);
            }
            return wrong;
          }};
}

Key origin(std::string name, std::string& target) {
  return {std::move(name), [&target](const toml::node& node) {
            const auto value = node.value_exact<std::string>();
            std::optional<std::string> wrong;
            // It becomes a header: a line end in it would begin another one.
            if (value && value->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
                                                  "wxyz0123456789.-:/*[]_") == std::string::npos) {
              target = *value;
            } else {
              wrong = "must be \"*\", an origin like \"https://example.org\", or \"\"";
            }
            return wrong;
          }};
}

Key on_or_off(std::string name, AccessLog& target) {
  return {std::move(name), [&target](const toml::node& node) {
            const auto value = node.value_exact<bool>();
            std::optional<std::string> wrong;
            if (value) {
              target = *value ? AccessLog::on : AccessLog::off;
            } else {
              wrong = "must be true or false";
            }
            return wrong;
          }};
}

Key address(std::string name, ListenAddress& target) {
  return {std::move(name), [&target](const toml::node& node) {
            const auto value = node.value_exact<std::string>();
            const auto read = value ? read_listen_address(*value) : ListenAddress();
            std::optional<std::string> wrong;
            if (value && read) {
              target = *read;
            } else {
              wrong = "must be a text like \"127.0.0.1:8080\"";
            }
            return wrong;
          }};
}

struct Table {
  std::string name;  // empty: the top of the file
  std::vector<Key> keys;
};

std::vector<Table> tables_for(ServerConfig& config) {
  constexpr std::int64_t threads = 1024;
  constexpr std::int64_t bytes = std::int64_t{16} * 1024 * 1024;
  Limits& limits = config.limits;
  Timeouts& timeouts = config.timeouts;
  return {
      {"",
       {address("listen", config.listen), number("io_threads", config.io_threads, 1, threads),
        number("workers", config.workers, 0, threads), number("queue", config.queue, 0, 1'000'000),
        origin("cors_origin", config.cors_origin), on_or_off("access_log", config.access_log)}},
      {"limits",
       {number("header_bytes", limits.header_bytes, 256, bytes),
        number("target_bytes", limits.target_bytes, 64, bytes),
        number("body_bytes", limits.body_bytes, 0, bytes),
        number("header_fields", limits.header_fields, 1, 10'000),
        number("connections", limits.connections, 1, 1'000'000)}},
      {"timeouts",
       {duration("read_ms", timeouts.read), duration("idle_ms", timeouts.idle),
        duration("write_ms", timeouts.write), duration("queue_ms", timeouts.queue),
        duration("drain_ms", timeouts.drain), duration("poll_ms", timeouts.poll)}}};
}

tl::unexpected<Error> wrong_at(const toml::source_region& where, const std::string& file,
                               std::string message, std::string hint) {
  return failure(ErrorCode::bad_input, std::move(message), std::move(hint),
                 {file, where.begin.line});
}

Result<void> read_table(const toml::table& given, const Table& known,
                        const std::vector<Table>& tables, const std::string& file) {
  for (const auto& [key, node] : given) {
    const std::string name(key.str());
    const bool at_top = known.name.empty();
    std::vector<std::string> names;
    const Key* found = nullptr;
    for (const Key& candidate : known.keys) {
      names.push_back(candidate.name);
      if (candidate.name == name) found = &candidate;
    }
    if (found) {
      if (auto wrong = found->read(node)) {
        return wrong_at(node.source(), file, name + " " + *wrong, "");
      }
      continue;
    }
    const Table* table = nullptr;
    for (const Table& candidate : tables) {
      if (candidate.name.empty() || !at_top) continue;
      names.push_back(candidate.name);
      if (candidate.name == name) table = &candidate;
    }
    if (table && node.is_table()) {
      if (auto read = read_table(*node.as_table(), *table, tables, file); !read) return read;
      continue;
    }
    const std::string near = nearest(name, std::span<const std::string>(names));
    return wrong_at(key.source(), file,
                    table ? name + " must be a table" : "there is no setting \"" + name + "\"",
                    near.empty() || table ? "" : "did you mean \"" + near + "\"?");
  }
  return {};
}

}  // namespace

Result<ListenAddress> read_listen_address(std::string_view text) {
  const auto wrong = [&] {
    return failure(ErrorCode::bad_usage, "\"" + std::string(text) + "\" is no address to listen on",
                   "write ADDRESS:PORT, for example 127.0.0.1:8080");
  };
  ListenAddress address;
  const std::size_t colon = text.rfind(':');
  std::string_view port = text;
  if (colon != std::string_view::npos) {
    std::string_view host = text.substr(0, colon);
    port = text.substr(colon + 1);
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (!bracketed && host.find(':') != std::string_view::npos) return wrong();
    address.host = host.empty() ? "0.0.0.0" : std::string(host);
    if (host == "localhost") address.host = "127.0.0.1";
  }
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc() || end != port.data() + port.size()) return wrong();
  return address;
}

Result<ServerConfig> parse_server_config(std::string_view toml, const std::string& name) {
  ServerConfig config;
  try {
    const toml::table given = toml::parse(toml, name);
    const std::vector<Table> tables = tables_for(config);
    if (auto read = read_table(given, tables.front(), tables, name); !read) {
      return failure(read.error());
    }
  } catch (const toml::parse_error& error) {  // the only way in which toml++ says it
    return wrong_at(error.source(), name, "this is no TOML: " + std::string(error.description()),
                    "");
  }
  return config;
}

Result<ServerConfig> read_server_config(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
  if (!input) {
    return failure(ErrorCode::bad_input, "cannot be read", "give a TOML file with --config",
                   {file.string(), 0});
  }
  return parse_server_config(text, file.string());
}

}  // namespace guidepost::server
