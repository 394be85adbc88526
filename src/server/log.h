// What the server says about itself: one JSON object a line, to standard error by default.
//
//   {"time":"2024-05-01T10:00:00.123Z","level":"info","event":"generation-served","generation":"000007"}
//   {"time":"...","level":"info","event":"request","id":"5f3a...","method":"GET","path":"/v1/search","status":200,"bytes":812,
//    "ms":3.2,"remote":"127.0.0.1"}
#pragma once

#include "server/server_config.h"

#include <cstddef>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace spdlog {
class logger;
}

namespace guidepost::server {

enum class Severity { info, warning, error };

/// One request and its answer. The query is left out: what people search for is theirs.
struct AccessLine {
  std::string_view id;
  std::string_view method;
  std::string_view path;
  unsigned status = 0;
  std::size_t bytes = 0;  // of the answer's body
  double milliseconds = 0;
  std::string_view remote;
  std::string_view note;  // why it failed; may be empty
};

/// All threads may use one. A line is never cut or mixed with another.
class Log {
 public:
  /// `access`: whether requests are logged too. A request that failed here (5xx) always is.
  static Log to_standard_error(AccessLog access);
  /// `stream` must outlive the log.
  static Log to(std::ostream& stream, AccessLog access);

  void request(const AccessLine& line) const;

  using Detail = std::pair<std::string_view, std::string_view>;
  /// `event`: a stable kebab-case name.
  void event(Severity severity, std::string_view event,
             std::initializer_list<Detail> details = {}) const;

 private:
  Log(std::shared_ptr<spdlog::logger> logger, AccessLog access)
      : logger_(std::move(logger)), access_(access) {}

  std::shared_ptr<spdlog::logger> logger_;
  AccessLog access_;
};

}  // namespace guidepost::server
