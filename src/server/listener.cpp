#include "server/listener.h"

#include "server/standard_headers.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>
#include <functional>
#include <future>
#include <string>
#include <utility>

namespace guidepost::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);
// When the process has no file descriptor left, trying again at once would only burn a processor.
constexpr std::chrono::milliseconds accept_pause{100};

tl::unexpected<Error> cannot_listen(const ListenAddress& where, const std::string& why) {
  return failure(
      ErrorCode::io_failed,
      "cannot listen on " + where.host + " port " + std::to_string(where.port) + ": " + why,
      "choose another address with --listen ADDRESS:PORT");
}

void log_escape(const Log& log, std::exception_ptr escaped) {
  if (!escaped) return;
  std::string what = "an exception of unknown type";
  try {
    std::rethrow_exception(std::move(escaped));
  } catch (const std::exception& exception) {
    what = exception.what();
  } catch (...) {
  }
  log.event(Severity::error, "connection-failed", {{"reason", what}});
}

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(const ListenerServices& services) {
  const ListenAddress& where = services.config.listen;
  error_code error;
  const auto address = asio::ip::make_address(where.host, error);
  if (error) return cannot_listen(where, "this is no IP address");

  std::vector<std::unique_ptr<IoThread>> threads;
  for (std::size_t i = 0; i < std::max<std::size_t>(services.config.io_threads, 1); ++i) {
    threads.push_back(std::make_unique<IoThread>());
  }
  const tcp::endpoint endpoint(address, where.port);
  tcp::acceptor acceptor(threads.front()->context);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return cannot_listen(where, error.message());
  const std::uint16_t port = acceptor.local_endpoint(error).port();
  return std::unique_ptr<Listener>(
      new Listener(services, std::move(threads), std::move(acceptor), port));
}

Listener::Listener(const ListenerServices& services, std::vector<std::unique_ptr<IoThread>> threads,
                   tcp::acceptor acceptor, std::uint16_t port)
    : config_(services.config),
      log_(services.log),
      services_{services.router, services.workers, services.log,
                services.ids,    services.config,  is_draining_},
      port_(port),
      threads_(std::move(threads)),
      acceptor_(std::move(acceptor)) {}

Listener::~Listener() { drain(std::chrono::milliseconds(0)); }

void Listener::start() {
  asio::co_spawn(threads_.front()->context, accept(),
                 [this](std::exception_ptr escaped) { log_escape(log_, std::move(escaped)); });
  for (const auto& io : threads_) {
    io->thread = std::thread([context = &io->context] { context->run(); });
  }
}

void Listener::drain(std::chrono::milliseconds patience) {
  if (!threads_.front()->thread.joinable()) return;  // not started, or drained before
  is_draining_ = true;
  std::promise<void> stopped;
  asio::post(threads_.front()->context, [this, &stopped] {
    stop_accepting();
    stopped.set_value();
  });
  stopped.get_future().wait();
  for_each_session(&Session::drain);

  const auto all_gone = [this] { return connections_ == 0; };
  {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, patience, [&] { return all_gone() || is_hurried_; });
    if (!all_gone()) {
      lock.unlock();
      for_each_session(&Session::cut);
      lock.lock();
      changed_.wait(lock, all_gone);
    }
  }
  for (const auto& io : threads_) {
    io->work.reset();
    io->thread.join();
  }
}

void Listener::hurry() {
  const std::lock_guard lock(mutex_);
  is_hurried_ = true;
  changed_.notify_all();
}

asio::awaitable<void> Listener::accept() {
  asio::steady_timer pause(acceptor_.get_executor());
  while (acceptor_.is_open()) {
    IoThread& thread = next_thread();
    auto [error, socket] = co_await acceptor_.async_accept(thread.context, quietly);
    if (!error) {
      admit(thread, std::move(socket));
    } else if (acceptor_.is_open()) {
      log_.event(Severity::warning, "accept-failed", {{"reason", error.message()}});
      pause.expires_after(accept_pause);
      co_await pause.async_wait(quietly);
    }
  }
}

/// Connections that the kernel has made and we have not taken yet would be reset by closing: they are taken first.
void Listener::stop_accepting() {
  error_code error;
  acceptor_.non_blocking(true, error);
  while (!error) {
    IoThread& thread = next_thread();
    tcp::socket socket(thread.context);
    acceptor_.accept(socket, error);
    if (!error) admit(thread, std::move(socket));
  }
  acceptor_.close(error);
}

void Listener::admit(IoThread& thread, tcp::socket socket) {
  {
    const std::lock_guard lock(mutex_);
    if (connections_ < config_.limits.connections) {
      ++connections_;
    } else {
      return turn_away(std::move(socket));
    }
  }
  asio::co_spawn(thread.context, serve(thread, std::move(socket)),
                 [this](std::exception_ptr escaped) {
                   log_escape(log_, std::move(escaped));
                   connection_ended();
                 });
}

/// Says why in one write, which a new socket always has room for, and never waits.
void Listener::turn_away(tcp::socket socket) const {
  const std::string id = services_.ids.next();
  Response response = problem(ProblemCode::overloaded, "the server has no connection to spare");
  add_standard_headers(response, "", id, "");
  std::string text = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: " +
                     std::to_string(response.body.size()) + "\r\n";
  for (const Header& header : response.headers) text += header.name + ": " + header.value + "\r\n";
  text += "\r\n" + response.body;
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(text), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
  log_.request({id, "", "", response.status, response.body.size(), 0, "", "too many connections"});
}

asio::awaitable<void> Listener::serve(IoThread& thread, tcp::socket socket) {
  Session session(std::move(socket), services_);
  thread.sessions.insert(&session);
  const std::unique_ptr<Session, std::function<void(Session*)>> listed(
      &session, [&thread](Session* ended) { thread.sessions.erase(ended); });
  co_await session.run();
}

void Listener::connection_ended() {
  const std::lock_guard lock(mutex_);
  --connections_;
  changed_.notify_all();
}

Listener::IoThread& Listener::next_thread() { return *threads_[turn_++ % threads_.size()]; }

void Listener::for_each_session(void (Session::*action)()) {
  for (const auto& io : threads_) {
    asio::post(io->context, [thread = io.get(), action] {
      for (Session* session : thread->sessions) (session->*action)();
    });
  }
}

}  // namespace guidepost::server
