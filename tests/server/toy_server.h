// A real listener on a free port of this machine, with handlers that a test can reason about, and a client that sends raw bytes.
#pragma once

#include "server/listener.h"
#include "server/log.h"
#include "server/request_ids.h"
#include "server/router.h"
#include "server/server_config.h"
#include "server/worker_pool.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace guidepost::server::test {

/// A door that handlers wait at until the test opens it.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }
  void await_arrivals(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this, count] { return arrived_ >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t arrived_ = 0;
  bool is_open_ = false;
};

inline ServerConfig toy_config() {
  ServerConfig config;
  config.listen = {"127.0.0.1", 0};
  config.workers = 2;
  config.limits.body_bytes = 1000;
  config.limits.connections = 8;
  return config;
}

/// GET /hello "hello"; POST /echo its body; GET /wait waits at the gate; GET /throw throws; GET /v1/q/{id} its id and q.
class ToyServer {
 public:
  explicit ToyServer(ServerConfig config = toy_config())
      : config_(std::move(config)),
        workers_(config_.workers, config_.queue, config_.timeouts.queue) {
    const auto text = [](std::string body) {
      Response response;
      response.set("Content-Type", "text/plain");
      response.body = std::move(body);
      return response;
    };
    const auto add = [&](const char* method, const char* path, Runs runs, Handler handler) {
      router_.add({method, path, std::vector<std::string>{"q"}, runs, std::move(handler)});
    };
    add("GET", "/hello", Runs::on_io_thread, [text](const Request&) { return text("hello"); });
    add("POST", "/echo", Runs::on_worker, [text](const Request& r) { return text(r.body); });
    add("GET", "/wait", Runs::on_worker, [this, text](const Request&) {
      gate.pass();
      return text("waited");
    });
    add("GET", "/throw", Runs::on_worker,
        [](const Request&) -> Response { throw std::runtime_error("secret"); });
    add("GET", "/v1/q/{id}", Runs::on_worker, [text](const Request& r) {
      return text(r.captured + "=" + (r.parameters.empty() ? "" : r.parameters.front().value));
    });
    auto listener = Listener::open({router_, workers_, log_, ids_, config_});
    REQUIRE(listener);
    listener_ = std::move(*listener);
    listener_->start();
  }
  ~ToyServer() { gate.open(); }
  ToyServer(const ToyServer&) = delete;
  ToyServer& operator=(const ToyServer&) = delete;

  Listener& listener() { return *listener_; }
  std::string log_text() const { return log_stream_.str(); }

  Gate gate;

 private:
  ServerConfig config_;
  std::ostringstream log_stream_;
  Log log_ = Log::to(log_stream_, AccessLog::on);
  Router router_;
  RequestIds ids_{0};
  WorkerPool workers_;
  std::unique_ptr<Listener> listener_;
};

struct Answer {
  unsigned status = 0;  // 0: the connection ended instead
  std::string head;
  std::string body;

  bool has(std::string_view header_line) const {
    return head.find("\r\n" + std::string(header_line) + "\r\n") != std::string::npos;
  }
};

/// Blocks, at most ten seconds a read, then throws: a server that does not answer fails the test instead of stopping it. Makes no
/// assertions, so that any thread may have one.
class Client {
 public:
  explicit Client(ToyServer& server) : Client(server.listener().port()) {}
  explicit Client(std::uint16_t port) {
    socket_.connect({boost::asio::ip::make_address("127.0.0.1"), port});
    const timeval patience{10, 0};
    ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }

  void send(std::string_view bytes) {
    boost::system::error_code ignored;  // a server that has closed is seen when reading
    boost::asio::write(socket_, boost::asio::buffer(bytes.data(), bytes.size()), ignored);
  }

  void send_no_more() { socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send); }

  /// The next answer. `body_follows` is false for an answer to HEAD.
  Answer receive(bool body_follows = true) {
    Answer answer;
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!read_more()) return answer;
    }
    answer.head = take(end + 4);
    answer.status = static_cast<unsigned>(std::stoul(answer.head.substr(9, 3)));
    const std::string_view name = "Content-Length: ";
    const std::size_t length = answer.head.find(name);
    if (!body_follows || length == std::string::npos) return answer;
    const std::size_t size = std::stoul(answer.head.substr(length + name.size()));
    while (received_.size() < size) {
      if (!read_more()) return answer;
    }
    answer.body = take(size);
    return answer;
  }

  Answer ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }

  /// Whether the server has closed the connection, with nothing more to read.
  bool is_closed() { return received_.empty() && !read_more(); }

 private:
  bool read_more() {
    char bytes[4096];
    const auto size = ::recv(socket_.native_handle(), bytes, sizeof bytes, 0);
    if (size < 0) throw std::runtime_error("the server did not answer, or cut the connection");
    if (size <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  std::string take(std::size_t size) {
    std::string taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
  }

  boost::asio::io_context context_;
  boost::asio::ip::tcp::socket socket_{context_};
  std::string received_;
};

inline std::string get(std::string_view target, std::string_view more_headers = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(more_headers) +
         "\r\n";
}

}  // namespace guidepost::server::test
