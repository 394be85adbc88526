// The whole server: reading server.cpp's constructor is reading what it is made of.
#pragma once

#include "core/result.h"
#include "server/server_config.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace guidepost::server {

class Server {
 public:
  /// Listening on config.listen; answering begins with run(). io_failed when the address cannot be had. An index that is missing or
  /// damaged is no error: the server waits for a good one, and /readyz says so.
  static Result<std::unique_ptr<Server>> open(const ServerConfig& config,
                                              const std::filesystem::path& index);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:8080", with the port in use.
  std::string url() const;

  /// Prints `listening on URL` on standard error and answers until stop(), SIGTERM or SIGINT; then lets requests in flight end, within
  /// the drain timeout. A second signal cuts them. Once.
  void run();

  /// Makes run() end as a signal would; before run(), it ends at once. Any thread.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace guidepost::server
