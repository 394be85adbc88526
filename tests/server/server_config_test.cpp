#include "server/server_config.h"

#include <catch2/catch.hpp>

#include <string>

using namespace guidepost;
using namespace guidepost::server;

TEST_CASE("an empty file changes nothing", "[server_config]") {
  const auto config = parse_server_config("", "x.toml");
  REQUIRE(config);
  CHECK(config->listen == ListenAddress{"127.0.0.1", 8080});
  CHECK(config->limits.header_bytes == 8192);
}

TEST_CASE("every setting can be given", "[server_config]") {
  const auto config = parse_server_config(R"(
listen = "0.0.0.0:80"
io_threads = 2
workers = 3
queue = 4
cors_origin = "https://example.org"
access_log = false
[limits]
header_bytes = 1000
target_bytes = 500
body_bytes = 2000
header_fields = 10
connections = 20
[timeouts]
read_ms = 1
idle_ms = 2
write_ms = 3
queue_ms = 4
drain_ms = 5
poll_ms = 6
)",
                                          "x.toml");
  REQUIRE(config);
  CHECK(config->listen == ListenAddress{"0.0.0.0", 80});
  CHECK(config->io_threads == 2);
  CHECK(config->workers == 3);
  CHECK(config->queue == 4);
  CHECK(config->cors_origin == "https://example.org");
  CHECK(config->access_log == AccessLog::off);
  CHECK(config->limits.header_bytes == 1000);
  CHECK(config->limits.target_bytes == 500);
  CHECK(config->limits.body_bytes == 2000);
  CHECK(config->limits.header_fields == 10);
  CHECK(config->limits.connections == 20);
  CHECK(config->timeouts.read.count() == 1);
  CHECK(config->timeouts.idle.count() == 2);
  CHECK(config->timeouts.write.count() == 3);
  CHECK(config->timeouts.queue.count() == 4);
  CHECK(config->timeouts.drain.count() == 5);
  CHECK(config->timeouts.poll.count() == 6);
}

TEST_CASE("what is wrong is said with its line and what was meant", "[server_config]") {
  const auto [toml, line, message] = GENERATE(table<std::string, std::size_t, std::string>({
      {"\nworkrs = 2", 2, "there is no setting \"workrs\"; did you mean \"workers\"?"},
      {"[limit]\nconnections = 2", 1, "did you mean \"limits\"?"},
      {"[limits]\nbody_byte = 2", 2, "did you mean \"body_bytes\"?"},
      {"[timeouts]\nlimits = 2", 2, "there is no setting \"limits\""},
      {"limits = 2", 1, "limits must be a table"},
      {"workers = \"2\"", 1, "workers must be a whole number"},
      {"workers = -1", 1, "workers must be a whole number"},
      {"workers = 2.5", 1, "workers must be a whole number"},
      {"io_threads = 0", 1, "io_threads must be a whole number from 1"},
      {"listen = 8080", 1, "listen must be a text"},
      {"listen = \"somewhere\"", 1, "listen must be a text"},
      {"access_log = \"yes\"", 1, "access_log must be true or false"},
      {"cors_origin = \"a\\r\\nSet-Cookie: b\"", 1, "cors_origin must be"},
      {"[timeouts]\nread_ms = 0", 2, "read_ms must be milliseconds"},
      {"workers = ", 1, "this is no TOML"},
  }));
  CAPTURE(toml);
  const auto config = parse_server_config(toml, "x.toml");
  REQUIRE_FALSE(config);
  CHECK(config.error().code == ErrorCode::bad_input);
  CHECK(config.error().where == SourcePlace{"x.toml", line});
  CHECK_THAT(to_string(config.error()), Catch::Contains(message));
}

TEST_CASE("a file that is not there is an error", "[server_config]") {
  const auto config = read_server_config("/nowhere/at/all.toml");
  REQUIRE_FALSE(config);
  CHECK(config.error().where.file == "/nowhere/at/all.toml");
}

TEST_CASE("an address to listen on may be short", "[server_config]") {
  const auto [text, host, port] = GENERATE(table<std::string, std::string, unsigned>({
      {"127.0.0.1:80", "127.0.0.1", 80U},
      {"8080", "127.0.0.1", 8080U},
      {":8080", "0.0.0.0", 8080U},
      {"localhost:1", "127.0.0.1", 1U},
      {"[::1]:65535", "::1", 65535U},
      {"0.0.0.0:0", "0.0.0.0", 0U},
  }));
  const auto address = read_listen_address(text);
  REQUIRE(address);
  CHECK(address->host == host);
  CHECK(address->port == port);
}

TEST_CASE("what is no address is an error", "[server_config]") {
  const std::string text =
      GENERATE(as<std::string>(), "", "a", "1.2.3.4:", "1.2.3.4:x", ":65536", ":-1", "::1:80");
  CHECK_FALSE(read_listen_address(text));
}
