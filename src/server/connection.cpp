#include "server/connection.h"

#include "server/framing.h"
#include "server/target.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace guidepost::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

using Parser = http::request_parser<http::string_body>;

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t read_bytes = 4096;
// A client that still sends after its last answer is listened to for so long, then cut off.
constexpr std::chrono::seconds linger{1};
constexpr std::size_t linger_bytes = std::size_t{256} * 1024;

std::string_view text_of(const beast::flat_buffer& buffer) {
  const auto bytes = buffer.data();
  return {static_cast<const char*>(bytes.data()), bytes.size()};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

MessageHead head_of(const http::request<http::string_body>& message) {
  MessageHead head;
  head.method = std::string(message.method_string());
  head.target = std::string(message.target());
  head.version = message.version();
  for (const auto& field : message) {
    head.headers.push_back({lower(field.name_string()), std::string(field.value())});
  }
  return head;
}

Request request_of(MessageHead head) {
  Target target = read_target(head.target);
  Request request;
  request.method = std::move(head.method);
  request.path = std::move(target.path);
  request.segments = std::move(target.segments);
  request.parameters = std::move(target.parameters);
  request.headers = std::move(head.headers);
  return request;
}

bool is_parse_error(error_code error) {
  return error.category() == http::make_error_code(http::error::bad_method).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, const Limits& limits, const Timeouts& timeouts)
    : buffer_(limits.header_bytes + limits.body_bytes + 2 * read_bytes),
      limits_(limits),
      timeouts_(timeouts) {
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (!error) remote_ = endpoint.address().to_string();
  // Answers are written whole; waiting for more would only delay them.
  socket.set_option(asio::ip::tcp::no_delay(true), error);
  asio::steady_timer timer(socket.get_executor());
  stream_ = std::make_shared<Stream>(Stream{std::move(socket), std::move(timer)});
}

void Connection::arm(std::chrono::milliseconds time, Late late) {
  const std::size_t turn = ++stream_->turn;
  stream_->timer.expires_after(time);
  stream_->timer.async_wait(
      [late, turn, weak = std::weak_ptr<Stream>(stream_)](error_code cancelled) {
        const auto stream = weak.lock();
        if (cancelled || !stream || stream->turn != turn) return;
        error_code ignored;
        stream->is_late = true;
        if (late == Late::cuts) {
          stream->socket.close(ignored);
        } else {
          // cancel() would miss an operation that is just between two reads.
          stream->socket.shutdown(asio::ip::tcp::socket::shutdown_receive, ignored);
        }
      });
}

bool Connection::has_bytes() const {
  error_code ignored;
  return buffer_.size() != 0 || stream_->socket.available(ignored) > 0;
}

asio::awaitable<Connection::Wait> Connection::wait(std::chrono::milliseconds patience) {
  if (buffer_.size() != 0) co_return Wait::ready;
  arm(patience, Late::cuts);
  auto [error, bytes] =
      co_await stream_->socket.async_read_some(buffer_.prepare(read_bytes), quietly);
  if (!error) {
    buffer_.commit(bytes);
    co_return Wait::ready;
  }
  if (error != asio::error::operation_aborted || stream_->is_late) co_return Wait::over;
  co_return has_bytes() ? Wait::ready : Wait::cancelled;
}

asio::awaitable<std::variant<Received, Refusal, Gone>> Connection::read() {
  arm(timeouts_.read,
      Late::stops_reading);  // one deadline for all of the message: dripping bytes gain no time
  const HeadLimits limits{limits_.header_bytes, limits_.target_bytes, limits_.header_fields};
  HeadScan scan;
  for (;;) {
    // Some clients end a body with a line end of their own; RFC 9112, 2.2, asks to forgive it.
    if (text_of(buffer_).starts_with("\r\n")) buffer_.consume(2);
    if (buffer_.size() != 0) scan = scan_head(text_of(buffer_), limits);
    if (scan.state == HeadScan::State::refused) co_return std::move(scan.refusal);
    if (scan.state == HeadScan::State::complete) break;
    auto [error, bytes] =
        co_await stream_->socket.async_read_some(buffer_.prepare(read_bytes), quietly);
    if (error) co_return failed(error);
    buffer_.commit(bytes);
  }

  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
  parser.body_limit(limits_.body_bytes);
  error_code wrong;
  parser.put(asio::buffer(buffer_.data(), scan.bytes), wrong);
  buffer_.consume(scan.bytes);
  if (wrong) co_return failed(wrong);
  MessageHead head = head_of(parser.get());
  if (auto refusal = refuse(head)) co_return std::move(*refusal);

  if (!parser.is_done() && expects_continue(head) && !has_bytes()) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    auto [error, bytes] = co_await asio::async_write(
        stream_->socket, asio::buffer(go_on.data(), go_on.size()), quietly);
    if (error) co_return Gone{};
  }
  if (!parser.is_done()) {
    auto [error, bytes] = co_await http::async_read(stream_->socket, buffer_, parser, quietly);
    if (error) co_return failed(error);
  }
  Received received;
  received.version = head.version;
  received.keep_alive = parser.keep_alive() ? KeepAlive::yes : KeepAlive::no;
  received.request = request_of(std::move(head));
  received.request.body = std::move(parser.get().body());
  co_return received;
}

std::variant<Received, Refusal, Gone> Connection::failed(error_code error) const {
  if (stream_->is_late) {
    return Refusal{ProblemCode::request_timeout, "the request did not arrive in time"};
  }
  if (error == http::error::body_limit) {
    return Refusal{ProblemCode::too_large,
                   "the request body may have " + std::to_string(limits_.body_bytes) + " bytes"};
  }
  if (is_parse_error(error)) {
    return Refusal{ProblemCode::bad_request, "this is no HTTP request: " + error.message()};
  }
  return Gone{};
}

asio::awaitable<bool> Connection::write(Response response, unsigned version, KeepAlive keep_alive,
                                        Body body) {
  http::response<http::string_body> message;
  message.version(version);
  message.result(response.status);
  for (const Header& header : response.headers) message.insert(header.name, header.value);
  const bool has_body = response.status != 204 && response.status != 304;
  if (has_body) message.content_length(response.body.size());
  message.keep_alive(keep_alive == KeepAlive::yes);
  if (has_body) message.body() = std::move(response.body);

  arm(timeouts_.write, Late::cuts);
  http::response_serializer<http::string_body> serializer(message);
  error_code failure;
  if (body == Body::left_out || !has_body) {
    auto [error, bytes] = co_await http::async_write_header(stream_->socket, serializer, quietly);
    failure = error;
  } else {
    auto [error, bytes] = co_await http::async_write(stream_->socket, serializer, quietly);
    failure = error;
  }
  co_return !failure;
}

asio::awaitable<void> Connection::close() {
  error_code error;
  stream_->socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  arm(linger, Late::cuts);
  buffer_.clear();
  for (std::size_t left = linger_bytes; !error && left > 0;) {
    auto [failure, bytes] =
        co_await stream_->socket.async_read_some(buffer_.prepare(read_bytes), quietly);
    error = failure;
    left -= std::min(left, bytes);
  }
  cut();
}

void Connection::cancel() {
  error_code ignored;
  stream_->socket.cancel(ignored);
}

void Connection::cut() {
  error_code ignored;
  stream_->socket.close(ignored);
}

}  // namespace guidepost::server
