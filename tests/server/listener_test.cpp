// Many connections, too many, and the end of all of them.
#include "toy_server.h"

#include <future>
#include <vector>

using namespace guidepost::server;
using namespace guidepost::server::test;
using namespace std::chrono_literals;

TEST_CASE(
    "a request that no worker has room for is told so at once, and the next one has room again",
    "[listener]") {
  ServerConfig config = toy_config();
  config.workers = 1;
  config.queue = 0;
  ToyServer server(config);
  Client running(server), refused(server);
  running.send(get("/wait"));
  server.gate.await_arrivals(1);
  const Answer answer = refused.ask(get("/v1/q/a"));
  CHECK(answer.status == 503);
  CHECK(answer.has("Retry-After: 1"));
  CHECK(refused.ask(get("/hello")).status == 200);  // what needs no worker is still answered
  server.gate.open();
  CHECK(running.receive().status == 200);
}

TEST_CASE("one connection too many is told so and closed, the others go on", "[listener]") {
  ServerConfig config = toy_config();
  config.limits.connections = 2;
  ToyServer server(config);
  Client first(server), second(server);
  CHECK(first.ask(get("/hello")).status == 200);
  CHECK(second.ask(get("/hello")).status == 200);
  {
    Client third(server);
    CHECK(third.receive().status == 503);
    CHECK(third.is_closed());
  }
  CHECK(first.ask(get("/hello")).status == 200);
}

TEST_CASE("a port that is taken cannot be had twice", "[listener]") {
  ToyServer server;
  ServerConfig config = toy_config();
  config.listen.port = server.listener().port();
  const Router router;
  WorkerPool workers(1, 1, 1s);
  std::ostringstream stream;
  const Log log = Log::to(stream, AccessLog::off);
  RequestIds ids(0);
  const auto second = Listener::open({router, workers, log, ids, config});
  REQUIRE_FALSE(second);
  CHECK(second.error().code == guidepost::ErrorCode::io_failed);
}

TEST_CASE("draining answers what is in flight, closes what waits and lets nobody in",
          "[listener]") {
  ToyServer server;
  const std::uint16_t port = server.listener().port();
  Client idle(server), busy(server), pipelined(server);
  CHECK(idle.ask(get("/hello")).status == 200);
  busy.send(get("/wait"));
  pipelined.send(get("/wait") + get("/v1/q/second"));
  server.gate.await_arrivals(2);

  auto drained = std::async(std::launch::async, [&] { server.listener().drain(10s); });
  CHECK(idle.is_closed());
  server.gate.open();
  const Answer answer = busy.receive();
  CHECK(answer.status == 200);
  CHECK(answer.has("Connection: close"));
  CHECK(busy.is_closed());
  CHECK(pipelined.receive().body == "waited");
  const Answer last = pipelined.receive();
  CHECK(last.body == "second=");
  CHECK(last.has("Connection: close"));
  CHECK(pipelined.is_closed());
  drained.wait();
  CHECK_THROWS(Client(port));
}

TEST_CASE("a connection made before draining and its request sent after it is answered",
          "[listener]") {
  ToyServer server;
  Client fresh(server), busy(server);
  busy.send(get("/wait"));
  server.gate.await_arrivals(1);
  auto drained = std::async(std::launch::async, [&] { server.listener().drain(10s); });
  CHECK(fresh.ask(get("/hello")).status == 200);
  server.gate.open();
  drained.wait();
}

TEST_CASE("draining cuts at its deadline what does not end", "[listener]") {
  ToyServer server;
  Client half(server);
  CHECK(half.ask(get("/hello")).status == 200);
  half.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab");
  Client(server).ask(get("/hello"));  // so that the half request has been noticed
  server.listener().drain(50ms);
  SUCCEED("it returned");
}

TEST_CASE("hundreds of clients at once are all answered, also on several threads", "[listener]") {
  ServerConfig config = toy_config();
  config.io_threads = 2;
  config.queue = 1000;
  config.limits.connections = 100;
  ToyServer server(config);
  std::vector<std::future<int>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::async(std::launch::async, [&] {
      Client client(server);
      int good = 0;
      for (int n = 0; n < 50; ++n) {
        good += client.ask(get("/v1/q/a?q=b")).body == "a=b" ? 1 : 0;
      }
      return good;
    }));
  }
  for (auto& client : clients) CHECK(client.get() == 50);
}
