// The threads that search. A bounded queue before them: what cannot be answered soon is refused at once, so that a crowd gets slow
// answers for some and a clear "not now" for the rest, never a queue that only grows.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>

namespace guidepost::server {

class WorkerPool {
 public:
  enum class Fate {
    run,
    expired,  // it waited longer than anyone would: answer so, do nothing else
  };
  enum class Place { given, none };

  /// Called once, on a worker; must not throw.
  using Job = std::function<void(Fate)>;

  /// `queue`: jobs that may wait besides those that run. `patience`: how long a job may wait before it is expired.
  WorkerPool(std::size_t workers, std::size_t queue, std::chrono::milliseconds patience);

  /// Drops the jobs that wait, and ends when those that run are done.
  ~WorkerPool();

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Place::none when the queue is full; the job is then never called. Any thread.
  [[nodiscard]] Place submit(Job job);

 private:
  const std::size_t places_;  // running and waiting
  const std::chrono::milliseconds patience_;
  std::atomic<std::size_t> taken_{0};
  boost::asio::thread_pool threads_;
};

}  // namespace guidepost::server
