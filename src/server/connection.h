// One connection as a stream of requests and answers: the only place where our values and Beast's messages meet.
//
// Every read and write has a deadline. Belongs to one I/O thread; one operation at a time.
#pragma once

#include "server/head_scan.h"
#include "server/http_message.h"
#include "server/server_config.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/system/error_code.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <variant>

namespace guidepost::server {

enum class KeepAlive { no, yes };

/// A request that arrived whole.
struct Received {
  Request request;
  unsigned version = 11;
  KeepAlive keep_alive = KeepAlive::yes;
};

/// The client left, or stopped sending: there is nobody to answer.
struct Gone {};

class Connection {
 public:
  /// `limits` and `timeouts` must outlive the connection.
  Connection(boost::asio::ip::tcp::socket socket, const Limits& limits, const Timeouts& timeouts);

  /// The address of the client, without its port.
  const std::string& remote() const { return remote_; }

  /// Whether bytes of another request are here already.
  bool has_bytes() const;

  enum class Wait { ready, cancelled, over };
  /// Until the first byte of a request is here: at most `patience`. cancel() ends it, but not when bytes have come in meanwhile.
  boost::asio::awaitable<Wait> wait(std::chrono::milliseconds patience);

  /// One request, whole, within Timeouts::read. After a Refusal answer it and close.
  boost::asio::awaitable<std::variant<Received, Refusal, Gone>> read();

  enum class Body { sent, left_out };
  /// Consumes `response`. `version`: of the request it answers. False when the client did not take it in time.
  boost::asio::awaitable<bool> write(Response response, unsigned version, KeepAlive keep_alive,
                                     Body body);

  /// Ends the connection so that the client can still read the answer: no reset while its bytes are on their way.
  boost::asio::awaitable<void> close();

  /// Ends a wait(). Its I/O thread only, as is cut().
  void cancel();

  /// Ends everything, now.
  void cut();

 private:
  /// What a deadline does when it passes. Reading stops as at the end of the stream, for good, and an answer can still be written.
  enum class Late { stops_reading, cuts };
  void arm(std::chrono::milliseconds time, Late late);

  /// Shared with the timer's handler, which may run after the connection is gone.
  struct Stream {
    boost::asio::ip::tcp::socket socket;
    boost::asio::steady_timer timer;
    std::size_t turn = 0;  // counts arm(): a handler of an older turn does nothing
    bool is_late = false;
  };

  std::variant<Received, Refusal, Gone> failed(boost::system::error_code error) const;

  std::shared_ptr<Stream> stream_;
  boost::beast::flat_buffer buffer_;  // what has arrived and was not yet read
  const Limits& limits_;
  const Timeouts& timeouts_;
  std::string remote_;
};

}  // namespace guidepost::server
