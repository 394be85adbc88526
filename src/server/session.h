// The life of one connection: read a request, find its route, have it answered, write the answer, again.
//
// Requests that arrive together are answered in their order. When the server drains, what has arrived is still answered, with
// "Connection: close" on the last answer, and a connection that waits for nothing is closed.
#pragma once

#include "server/connection.h"
#include "server/log.h"
#include "server/request_ids.h"
#include "server/router.h"
#include "server/server_config.h"
#include "server/worker_pool.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <string>

namespace guidepost::server {

/// What all sessions share. Everything must outlive them.
struct SessionServices {
  const Router& router;
  WorkerPool& workers;
  const Log& log;
  RequestIds& ids;
  const ServerConfig& config;
  const std::atomic<bool>& draining;
};

/// Belongs to one I/O thread, whose context its socket was accepted on.
class Session {
 public:
  Session(boost::asio::ip::tcp::socket socket, const SessionServices& services);

  /// Ends when the connection does. The session must outlive it.
  boost::asio::awaitable<void> run();

  /// `services.draining` became true: a wait for the next request ends.
  void drain();

  /// Ends the connection now, answered or not.
  void cut() { connection_.cut(); }

 private:
  boost::asio::awaitable<bool> next_request_begins();
  boost::asio::awaitable<bool> answer(Received received);
  boost::asio::awaitable<void> refuse(const Refusal& refusal);
  boost::asio::awaitable<Response> respond(Request& request);

  Connection connection_;
  const SessionServices& services_;
  bool is_waiting_ = false;
  bool is_fresh_ = true;  // no request came yet
};

}  // namespace guidepost::server
