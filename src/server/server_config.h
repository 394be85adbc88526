// How a server runs: defaults, and the TOML file that changes them.
//
//   listen = "127.0.0.1:8080"
//   workers = 4
//   [limits]
//   connections = 1024
//   [timeouts]
//   idle_ms = 30000
#pragma once

#include "core/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guidepost::server {

struct ListenAddress {
  std::string host = "127.0.0.1";  // an IP address, IPv6 without its brackets
  std::uint16_t port = 8080;       // 0: any free one

  friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// "127.0.0.1:8080", "[::1]:8080", ":8080" (all IPv4 addresses) or "8080" (this machine alone); bad_usage for anything else.
Result<ListenAddress> read_listen_address(std::string_view text);

struct Limits {
  std::size_t header_bytes = std::size_t{8} * 1024;
  std::size_t target_bytes = std::size_t{4} * 1024;
  std::size_t body_bytes = std::size_t{64} * 1024;
  std::size_t header_fields = 64;
  std::size_t connections = 1024;
};

struct Timeouts {
  std::chrono::milliseconds read{10'000};   // for a whole request to arrive, from its first byte
  std::chrono::milliseconds idle{60'000};   // between requests of a connection
  std::chrono::milliseconds write{10'000};  // for a whole answer to be taken
  std::chrono::milliseconds queue{2'000};   // for a request to wait for a worker
  std::chrono::milliseconds drain{10'000};  // for requests in flight when the server stops
  std::chrono::milliseconds poll{200};      // between looks for a new generation
};

enum class AccessLog { off, on };

struct ServerConfig {
  ListenAddress listen;
  std::size_t io_threads = 1;
  std::size_t workers = 0;  // 0: one per processor
  std::size_t queue = 64;
  std::string cors_origin = "*";  // empty: none
  AccessLog access_log = AccessLog::on;
  Limits limits;
  Timeouts timeouts;
};

/// Reads `file` over the defaults. An unknown key, a wrong type or a value out of range is bad_input with its line.
Result<ServerConfig> read_server_config(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in errors.
Result<ServerConfig> parse_server_config(std::string_view toml, const std::string& name);

}  // namespace guidepost::server
