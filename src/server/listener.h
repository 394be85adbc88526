// Accepts connections and hands them to the I/O threads; stops in an order that loses no answer.
//
// One acceptor, not one a thread with SO_REUSEPORT: a second server on the same port then fails to start instead of silently taking
// half of the connections, and stopping resets none that the kernel had queued for an acceptor that closes. Each thread has an
// io_context of its own, so a connection never needs a lock.
#pragma once

#include "core/result.h"
#include "server/session.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace guidepost::server {

/// What a listener needs of others; all of it must outlive it.
struct ListenerServices {
  const Router& router;
  WorkerPool& workers;
  const Log& log;
  RequestIds& ids;
  const ServerConfig& config;
};

class Listener {
 public:
  /// Bound and listening on config.listen, so that from here on clients can connect; they are answered after start().
  static Result<std::unique_ptr<Listener>> open(const ListenerServices& services);

  /// Cuts what drain() has not ended.
  ~Listener();

  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// The port in use, also when the configuration asked for any.
  std::uint16_t port() const { return port_; }

  void start();

  bool is_draining() const { return is_draining_; }

  /// Stops accepting, answers what has arrived, closes what waits; what is left after `patience` is cut. Returns when all connections
  /// are gone. Not on an I/O thread.
  void drain(std::chrono::milliseconds patience);

  /// Makes a drain() that is under way cut at once. Any thread.
  void hurry();

 private:
  struct IoThread {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{
        context.get_executor()};
    std::set<Session*> sessions;  // touched on this thread only
    std::thread thread;
  };

  Listener(const ListenerServices& services, std::vector<std::unique_ptr<IoThread>> threads,
           boost::asio::ip::tcp::acceptor acceptor, std::uint16_t port);

  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> serve(IoThread& thread, boost::asio::ip::tcp::socket socket);
  void admit(IoThread& thread, boost::asio::ip::tcp::socket socket);
  void turn_away(boost::asio::ip::tcp::socket socket) const;
  void stop_accepting();
  void connection_ended();
  IoThread& next_thread();
  void for_each_session(void (Session::*action)());

  std::atomic<bool> is_draining_{false};
  const ServerConfig& config_;
  const Log& log_;
  const SessionServices services_;
  std::uint16_t port_;

  std::vector<std::unique_ptr<IoThread>> threads_;
  boost::asio::ip::tcp::acceptor acceptor_;  // on the first thread
  std::size_t turn_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t connections_ = 0;  // guarded by mutex_
  bool is_hurried_ = false;      // guarded by mutex_
};

}  // namespace guidepost::server
