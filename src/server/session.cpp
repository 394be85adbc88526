#include "server/session.h"

#include "server/standard_headers.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <variant>

namespace guidepost::server {
namespace {

namespace asio = boost::asio;

// A connection made just before the server began to drain may have a request under way.
constexpr std::chrono::milliseconds fresh_grace{500};

/// The handler's answer. An exception is a bug or the end of memory: the connection and the thread outlive it.
Response answer_of(const Route& route, const Request& request) {
  std::string reason = "an exception of unknown type";
  try {
    return route.handler(request);
  } catch (const std::exception& exception) {
    reason = exception.what();
  } catch (...) {  // Xapian's exceptions are no std::exception
  }
  return problem(Error{ErrorCode::internal, std::move(reason), "", {}});
}

Response overloaded() {
  return problem(ProblemCode::overloaded, "the server has more requests than it can answer");
}

/// Has `work` done by a worker and resumes with its response on the executor of the coroutine that awaits it.
asio::awaitable<Response> on_worker(WorkerPool& workers, std::function<Response()> work) {
  const auto executor = co_await asio::this_coro::executor;
  auto initiate = [&workers, executor](auto handler, std::function<Response()> job) {
    // Shared because the job is copied on its way into the pool, and handlers can only be moved.
    const auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    const auto finish = [executor, resume](Response response) {
      asio::post(executor, [resume, response = std::move(response)]() mutable {
        auto& handler_ready = *resume;
        std::move(handler_ready)(std::move(response));
      });
    };
    const auto place = workers.submit([job = std::move(job), finish](WorkerPool::Fate fate) {
      finish(fate == WorkerPool::Fate::run ? job() : overloaded());
    });
    if (place == WorkerPool::Place::none) finish(overloaded());
  };
  asio::use_awaitable_t<> token;
  Response response = co_await asio::async_initiate<asio::use_awaitable_t<>, void(Response)>(
      std::move(initiate), token, std::move(work));
  co_return response;
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, const SessionServices& services)
    : connection_(std::move(socket), services.config.limits, services.config.timeouts),
      services_(services) {}

asio::awaitable<void> Session::run() {
  for (;;) {
    const bool begins = co_await next_request_begins();
    if (!begins) break;
    auto incoming = co_await connection_.read();
    is_fresh_ = false;
    if (std::holds_alternative<Gone>(incoming)) break;
    if (const auto* refusal = std::get_if<Refusal>(&incoming)) {
      co_await refuse(*refusal);
      break;
    }
    const bool goes_on = co_await answer(std::get<Received>(std::move(incoming)));
    if (!goes_on) break;
  }
  co_await connection_.close();
}

void Session::drain() {
  if (is_waiting_) connection_.cancel();
}

asio::awaitable<bool> Session::next_request_begins() {
  const Timeouts& timeouts = services_.config.timeouts;
  if (!services_.draining) {
    is_waiting_ = true;
    const auto wait = co_await connection_.wait(is_fresh_ ? timeouts.read : timeouts.idle);
    is_waiting_ = false;
    if (wait != Connection::Wait::cancelled) co_return wait == Connection::Wait::ready;
  }
  if (!is_fresh_) co_return connection_.has_bytes();
  const auto wait = co_await connection_.wait(fresh_grace);
  co_return wait == Connection::Wait::ready;
}

asio::awaitable<bool> Session::answer(Received received) {
  const auto began = std::chrono::steady_clock::now();
  Request& request = received.request;
  const std::string id = services_.ids.next();
  Response response = co_await respond(request);
  add_standard_headers(response, request.path, id, services_.config.cors_origin);

  // The last of the requests that came together carries the goodbye, so that none of them is lost.
  const bool leaving = services_.draining && !connection_.has_bytes();
  const auto keep_alive = leaving ? KeepAlive::no : received.keep_alive;
  const unsigned status = response.status;
  const std::size_t bytes = response.body.size();
  const std::string note = response.log_note;
  const auto body = request.method == "HEAD" ? Connection::Body::left_out : Connection::Body::sent;
  const bool taken =
      co_await connection_.write(std::move(response), received.version, keep_alive, body);

  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  services_.log.request(
      {id, request.method, request.path, status, bytes, took.count(), connection_.remote(), note});
  co_return taken ? keep_alive == KeepAlive::yes : false;
}

asio::awaitable<void> Session::refuse(const Refusal& refusal) {
  const std::string id = services_.ids.next();
  Response response = problem(refusal.code, refusal.detail);
  const unsigned status = response.status;
  const std::size_t bytes = response.body.size();
  add_standard_headers(response, "", id, services_.config.cors_origin);
  co_await connection_.write(std::move(response), 11, KeepAlive::no, Connection::Body::sent);
  services_.log.request({id, "", "", status, bytes, 0, connection_.remote(), refusal.detail});
}

asio::awaitable<Response> Session::respond(Request& request) {
  auto found = services_.router.find(request);
  if (auto* response = std::get_if<Response>(&found)) co_return std::move(*response);
  const Route& route = *std::get<const Route*>(found);
  if (route.runs == Runs::on_io_thread) co_return answer_of(route, request);
  // The request stays in the frame of answer(), which waits for this.
  std::function<Response()> work = [&route, &request] { return answer_of(route, request); };
  Response response = co_await on_worker(services_.workers, std::move(work));
  co_return response;
}

}  // namespace guidepost::server
