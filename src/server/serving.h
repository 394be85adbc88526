// What is being served: the current Engine, and how it changes.
//
// A new generation is noticed by looking at CURRENT every now and then, opened beside the old one, and swapped in at once; the old
// one dies with its last request. A generation that cannot be opened is refused: the old one stays, the log says why once, and
// trouble() until it is replaced.
#pragma once

#include "core/engine.h"
#include "core/index/index_directory.h"
#include "core/result.h"
#include "server/log.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace guidepost::server {

class Serving {
 public:
  /// How a generation is opened: Engine::open, but for tests.
  using Open =
      std::function<Result<std::shared_ptr<const Engine>>(const std::filesystem::path& generation)>;

  /// `log` must outlive it. Serves nothing until the first look().
  Serving(IndexDirectory directory, const Log& log, Open open = Engine::open);

  /// Stops watching.
  ~Serving();

  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  /// The engine to answer this request from; empty while there is none. Hold it while you use anything of it. Any thread.
  std::shared_ptr<const Engine> current() const {
    const std::lock_guard lock(engine_mutex_);
    return engine_;
  }

  /// Why the index on disk is not the one being served; empty when it is. Any thread.
  std::string trouble() const;

  /// The server is about to stop: readiness says so from now on. Any thread.
  void leave() { is_leaving_ = true; }
  bool is_leaving() const { return is_leaving_; }

  /// Opens what CURRENT names if that is not what is served. Takes as long as opening does. One thread at a time.
  void look();

  /// Looks every `interval`, on a thread of its own, until destroyed. Once.
  void watch(std::chrono::milliseconds interval);

 private:
  /// A generation as found on disk. The time tells a rebuilt index from the one before it that had the same name.
  struct Found {
    std::string name;
    std::filesystem::file_time_type written;

    friend bool operator==(const Found&, const Found&) = default;
  };

  Result<Found> find() const;
  void report(const std::string& trouble);

  const IndexDirectory directory_;
  const Log& log_;
  const Open open_;
  // No std::atomic<std::shared_ptr>: in the library of GCC 12 its load() gives up its lock with relaxed order, which is a race with
  // store() (ThreadSanitizer shows it). Held for the copy of a pointer only.
  mutable std::mutex engine_mutex_;
  std::shared_ptr<const Engine> engine_;  // guarded by engine_mutex_
  std::atomic<bool> is_leaving_{false};

  std::optional<Found> served_;   // of look() alone
  std::optional<Found> refused_;  // of look() alone
  unsigned looks_to_skip_ = 0;    // of look() alone

  mutable std::mutex mutex_;
  std::string trouble_;   // guarded by mutex_
  bool is_over_ = false;  // guarded by mutex_
  std::condition_variable over_;
  std::thread watcher_;
};

}  // namespace guidepost::server
