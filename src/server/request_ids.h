// Ids that tell requests apart in logs and answers: random per start of the server, then counted.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace guidepost::server {

/// Any thread.
class RequestIds {
 public:
  /// `start`: a random number, so that two runs of a server do not give the same ids.
  explicit RequestIds(std::uint64_t start) : next_(start) {}

  /// 16 hexadecimal digits.
  std::string next() {
    constexpr char digits[] = "0123456789abcdef";
    std::uint64_t number = next_.fetch_add(1, std::memory_order_relaxed);
    std::string id(16, '0');
    for (auto digit = id.rbegin(); digit != id.rend(); ++digit, number >>= 4) {
      *digit = digits[number & 15];
    }
    return id;
  }

 private:
  std::atomic<std::uint64_t> next_;
};

}  // namespace guidepost::server
