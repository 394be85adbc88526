#include "server/worker_pool.h"

#include <catch2/catch.hpp>

#include <future>

using guidepost::server::WorkerPool;
using namespace std::chrono_literals;

TEST_CASE("a job runs, and one that waited too long is told so", "[worker_pool]") {
  const auto [patience, fate] = GENERATE(table<std::chrono::milliseconds, WorkerPool::Fate>(
      {{1h, WorkerPool::Fate::run}, {0ms, WorkerPool::Fate::expired}}));
  WorkerPool pool(1, 1, patience);
  std::promise<WorkerPool::Fate> told;
  REQUIRE(pool.submit([&](WorkerPool::Fate f) { told.set_value(f); }) == WorkerPool::Place::given);
  CHECK(told.get_future().get() == fate);
}

TEST_CASE("no more jobs are taken than may run and wait", "[worker_pool]") {
  std::promise<void> begun, gate, done;
  WorkerPool pool(1, 1, 1h);
  const auto given = WorkerPool::Place::given;
  REQUIRE(pool.submit([&](WorkerPool::Fate) {
    begun.set_value();
    gate.get_future().wait();
  }) == given);
  begun.get_future().wait();
  CHECK(pool.submit([&](WorkerPool::Fate) { done.set_value(); }) == given);
  CHECK(pool.submit([](WorkerPool::Fate) { FAIL("it was refused"); }) == WorkerPool::Place::none);
  gate.set_value();
  done.get_future().wait();
}
