// One connection as a client sees it, over a real socket.
#include "toy_server.h"

#include <thread>
#include <tuple>
#include <vector>

using namespace guidepost::server;
using namespace guidepost::server::test;
using namespace std::chrono_literals;

TEST_CASE("a connection is kept for the next request", "[session]") {
  ToyServer server;
  Client client(server);
  for (int i = 0; i < 3; ++i) {
    const Answer answer = client.ask(get("/hello"));
    CHECK(answer.status == 200);
    CHECK(answer.body == "hello");
    CHECK(answer.has("X-Content-Type-Options: nosniff"));
    CHECK(answer.head.find("X-Request-Id: ") != std::string::npos);
  }
}

TEST_CASE("a client that wants to close is closed", "[session]") {
  const auto [request, header] = GENERATE(table<std::string, std::string>(
      {{"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "Connection: close"},
       {"GET /hello HTTP/1.0\r\n\r\n", "Content-Length: 5"}}));
  ToyServer server;
  Client client(server);
  const Answer answer = client.ask(request);
  CHECK(answer.status == 200);
  CHECK(answer.has(header));
  CHECK(client.is_closed());
}

TEST_CASE("requests sent together are answered in their order", "[session]") {
  ToyServer server;
  Client client(server);
  std::string all;
  for (int i = 0; i < 50; ++i) all += get("/v1/q/" + std::to_string(i));
  client.send(all);
  for (int i = 0; i < 50; ++i) CHECK(client.receive().body == std::to_string(i) + "=");
}

TEST_CASE("a request may arrive byte by byte", "[session]") {
  ToyServer server;
  Client client(server);
  for (const char byte : get("/v1/q/a?q=c++")) client.send(std::string(1, byte));
  CHECK(client.receive().body == "a=c++");
}

TEST_CASE("a body reaches its handler, whole or in chunks", "[session]") {
  const std::string body =
      GENERATE(as<std::string>(), "Content-Length: 5\r\n\r\nabcde",
               "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");
  ToyServer server;
  Client client(server);
  CHECK(client.ask("POST /echo HTTP/1.1\r\nHost: x\r\n" + body).body == "abcde");
  CHECK(client.ask(get("/hello")).body == "hello");
}

TEST_CASE("HEAD is answered as GET without the body", "[session]") {
  ToyServer server;
  Client client(server);
  client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  const Answer head = client.receive(false);
  CHECK(head.status == 200);
  CHECK(head.has("Content-Length: 5"));
  CHECK(client.ask(get("/hello")).body == "hello");
}

TEST_CASE("a client that asks before it sends its body is told to go on", "[session]") {
  ToyServer server;
  Client client(server);
  const Answer go_on = client.ask(
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(go_on.status == 100);
  CHECK(client.ask("abc").body == "abc");
}

TEST_CASE("a client that asks before it sends too much is told so", "[session]") {
  ToyServer server;
  Client client(server);
  const Answer answer = client.ask(
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\nExpect: 100-continue\r\n\r\n");
  CHECK(answer.status == 413);
}

TEST_CASE("what is too large is refused with its own status, and the connection closed",
          "[session]") {
  const auto [what, request, status] = GENERATE(table<std::string, std::string, unsigned>(
      {{"a target of 5 KB", get("/" + std::string(5000, 'a')), 414U},
       {"a target that never ends", "GET /" + std::string(9000, 'a'), 414U},
       {"a field of 9 KB", get("/hello", "A: " + std::string(9000, 'a') + "\r\n"), 431U},
       {"a head that never ends", "GET / HTTP/1.1\r\nA: " + std::string(9000, 'a'), 431U},
       {"a body longer than the limit, announced",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n", 413U},
       {"a body longer than the limit, in chunks",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
            std::string(1001, 'a') + "\r\n0\r\n\r\n",
        413U}}));
  CAPTURE(what);
  ToyServer server;
  Client client(server);
  const Answer answer = client.ask(request);
  CHECK(answer.status == status);
  CHECK(answer.has("Connection: close"));
  CHECK(answer.has("Content-Type: application/problem+json"));
  CHECK(client.is_closed());
}

TEST_CASE("more header fields than the limit are refused", "[session]") {
  ToyServer server;
  std::string fields;
  for (int i = 0; i < 64; ++i) fields += "A: b\r\n";
  CHECK(Client(server).ask(get("/hello", fields)).status == 431);
}

TEST_CASE(
    "bytes that two readers would split differently are refused, and nothing behind them is read",
    "[session]") {
  const std::string request = GENERATE(
      as<std::string>(), "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: "
      "chunked\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
      "chunked\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: "
      "3\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc",
      "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
      "GET /hello HTTP/1.1\r\n\r\n", "GET /hello HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
      "GET /hello HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n",
      "GET /hello HTTP/1.1\nHost: x\n\n", "GET /hello HTTP/2.0\r\nHost: x\r\n\r\n",
      "BREW /hello HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
      "\x16\x03\x01\x02");
  CAPTURE(request);
  ToyServer server;
  Client client(server);
  const Answer answer = client.ask(request + get("/hello"));
  CHECK((answer.status == 400 || answer.status == 501));
  CHECK(answer.has("Connection: close"));
  CHECK(client.is_closed());
}

TEST_CASE("a request that drips is cut at its deadline, however steadily it drips", "[session]") {
  const std::string head = GENERATE(
      as<std::string>(),
      "GET /hello HTTP/1.1\r\nA: ", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n");
  CAPTURE(head);
  ServerConfig config = toy_config();
  config.timeouts.read = 100ms;
  ToyServer server(config);
  Client client(server);
  client.send(head);
  std::atomic<bool> is_answered{false};
  std::thread dripping([&] {
    while (!is_answered) {
      client.send("a");
      std::this_thread::sleep_for(5ms);  // the drip itself; nothing waits for it
    }
  });
  const auto began = std::chrono::steady_clock::now();
  const Answer answer = client.receive();
  is_answered = true;
  dripping.join();
  CHECK(answer.status == 408);
  CHECK(std::chrono::steady_clock::now() - began < 5s);
}

TEST_CASE("a connection on which nothing comes is closed", "[session]") {
  ServerConfig config = toy_config();
  config.timeouts.idle = 50ms;
  ToyServer server(config);
  Client client(server);
  CHECK(client.ask(get("/hello")).status == 200);
  CHECK(client.is_closed());
}

TEST_CASE("a client that leaves in the middle harms nobody", "[session]") {
  ToyServer server;
  for (const char* half :
       {"", "GET /hel", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab"}) {
    Client client(server);
    client.send(half);
    client.send_no_more();
    CHECK(client.receive().status == 0);
  }
  CHECK(Client(server).ask(get("/hello")).status == 200);
}

TEST_CASE("a client that has sent everything and closed its side is still answered", "[session]") {
  ToyServer server;
  Client client(server);
  client.send(get("/hello"));
  client.send_no_more();
  CHECK(client.receive().body == "hello");
}

TEST_CASE("a handler that throws is a 500 that tells the log and not the client", "[session]") {
  ToyServer server;
  Client client(server);
  const Answer answer = client.ask(get("/throw"));
  CHECK(answer.status == 500);
  CHECK(answer.body.find("secret") == std::string::npos);
  CHECK(client.ask(get("/hello")).status == 200);
  server.listener().drain(1s);
  CHECK(server.log_text().find("secret") != std::string::npos);
}

TEST_CASE("answers under /v1 may be read from any origin, others not", "[session]") {
  ToyServer server;
  Client client(server);
  CHECK(client.ask(get("/v1/q/a")).has("Access-Control-Allow-Origin: *"));
  CHECK(client.ask(get("/v1/nothing/like/it")).has("Access-Control-Allow-Origin: *"));
  CHECK_FALSE(client.ask(get("/hello")).has("Access-Control-Allow-Origin: *"));
}
