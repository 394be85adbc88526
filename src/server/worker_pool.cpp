#include "server/worker_pool.h"

#include <boost/asio/post.hpp>

#include <utility>

namespace guidepost::server {

WorkerPool::WorkerPool(std::size_t workers, std::size_t queue, std::chrono::milliseconds patience)
    : places_(workers + queue), patience_(patience), threads_(workers) {}

WorkerPool::~WorkerPool() {
  threads_.stop();
  threads_.join();
}

WorkerPool::Place WorkerPool::submit(Job job) {
  if (taken_.fetch_add(1) >= places_) {
    taken_.fetch_sub(1);
    return Place::none;
  }
  const auto deadline = std::chrono::steady_clock::now() + patience_;
  boost::asio::post(threads_, [this, deadline, job = std::move(job)] {
    job(std::chrono::steady_clock::now() < deadline ? Fate::run : Fate::expired);
    taken_.fetch_sub(1);
  });
  return Place::given;
}

}  // namespace guidepost::server
