// One keep-alive connection to a server on loopback, as little as a benchmark needs.
#pragma once

#include <cstdint>
#include <string>

namespace guidepost::bench {

class HttpClient {
 public:
  /// Throws std::runtime_error when nobody listens on 127.0.0.1:`port`.
  explicit HttpClient(std::uint16_t port);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Sends GET `target` and reads the whole answer; returns the size of its body. Throws unless the status is 200.
  std::size_t get(const std::string& target);

 private:
  int socket_;
  std::string buffer_;
};

/// `text` as it stands in a query string.
std::string percent_encoded(const std::string& text);

}  // namespace guidepost::bench
