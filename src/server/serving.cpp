#include "server/serving.h"

#include "core/index/generation.h"

#include <system_error>
#include <utility>

namespace guidepost::server {
namespace {

// A refused generation is tried again, seldom: what was wrong may have been this machine (no file descriptors, no memory).
constexpr unsigned looks_between_tries = 50;

}  // namespace

Serving::Serving(IndexDirectory directory, const Log& log, Open open)
    : directory_(std::move(directory)), log_(log), open_(std::move(open)) {}

Serving::~Serving() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  over_.notify_all();
  if (watcher_.joinable()) watcher_.join();
}

std::string Serving::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void Serving::look() {
  const auto found = find();
  if (!found) return report(to_string(found.error()));
  if (served_ == *found) return report("");
  if (refused_ == *found && looks_to_skip_ > 0) {
    --looks_to_skip_;
    return;
  }
  auto engine = open_(directory_.path_of(found->name));
  if (!engine) {
    refused_ = *found;
    looks_to_skip_ = looks_between_tries;
    return report("generation " + found->name + " is refused: " + to_string(engine.error()));
  }
  {
    const std::lock_guard lock(engine_mutex_);
    engine_.swap(*engine);
  }
  // The old engine dies when this returns, outside the lock, or with its last request: closing it may take a while.
  served_ = *found;
  refused_.reset();
  report("");
  log_.event(Severity::info, "generation-served", {{"generation", found->name}});
}

void Serving::watch(std::chrono::milliseconds interval) {
  watcher_ = std::thread([this, interval] {
    std::unique_lock lock(mutex_);
    while (!over_.wait_for(lock, interval, [this] { return is_over_; })) {
      lock.unlock();
      look();
      lock.lock();
    }
  });
}

Result<Serving::Found> Serving::find() const {
  auto name = directory_.current();
  if (!name) return failure(name.error());
  const auto manifest = directory_.path_of(*name) / generation_file::manifest;
  std::error_code error;
  const auto written = std::filesystem::last_write_time(manifest, error);
  if (error) {
    return failure(ErrorCode::index_damaged, "cannot be read: " + error.message(),
                   "build the index again with `guidepost index`", {manifest.string(), 0});
  }
  return Found{std::move(*name), written};
}

/// Every change of trouble is logged, once.
void Serving::report(const std::string& trouble) {
  {
    const std::lock_guard lock(mutex_);
    if (trouble == trouble_) return;
    trouble_ = trouble;
  }
  if (trouble.empty()) {
    log_.event(Severity::info, "index-recovered");
  } else {
    log_.event(Severity::warning, "index-trouble", {{"reason", trouble}});
  }
}

}  // namespace guidepost::server
