#include "http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <stdexcept>

namespace guidepost::bench {

HttpClient::HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect to the server");
  }
}

HttpClient::~HttpClient() { ::close(socket_); }

std::size_t HttpClient::get(const std::string& target) {
  const std::string request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  if (::send(socket_, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size())) {
    throw std::runtime_error("the server does not read");
  }
  buffer_.clear();
  std::array<char, 65536> chunk{};
  std::size_t head_end = std::string::npos;
  std::size_t wanted = 0;
  while (head_end == std::string::npos || buffer_.size() < wanted) {
    const ssize_t count = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (count <= 0) throw std::runtime_error("the server closed the connection");
    buffer_.append(chunk.data(), static_cast<std::size_t>(count));
    if (head_end != std::string::npos) continue;
    head_end = buffer_.find("\r\n\r\n");
    if (head_end == std::string::npos) continue;
    const std::size_t length = buffer_.find("Content-Length: ");
    if (length == std::string::npos) throw std::runtime_error("an answer without a length");
    wanted = head_end + 4 + std::stoul(buffer_.substr(length + 16));
  }
  if (buffer_.compare(0, 12, "HTTP/1.1 200") != 0) {
    throw std::runtime_error("not answered: " + target + ": " + buffer_.substr(0, 200));
  }
  return wanted - head_end - 4;
}

std::string percent_encoded(const std::string& text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4U];
      encoded += digits[byte & 15U];
    }
  }
  return encoded;
}

}  // namespace guidepost::bench
