#include "server/server.h"

#include "server/listener.h"
#include "server/log.h"
#include "server/request_ids.h"
#include "server/routes.h"
#include "server/serving.h"
#include "server/web_assets.h"
#include "server/worker_pool.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <future>
#include <iostream>
#include <random>
#include <thread>
#include <utility>

namespace guidepost::server {
namespace {

namespace asio = boost::asio;

std::uint64_t random_number() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

ServerConfig completed(ServerConfig config) {
  if (config.workers == 0) config.workers = std::max(1U, std::thread::hardware_concurrency());
  return config;
}

}  // namespace

/// In the order of construction; each uses only what stands above it.
struct Server::Parts {
  const ServerConfig config;
  const Log log;
  Serving serving;
  const WebAssets assets;
  const Router router;
  RequestIds ids;
  WorkerPool workers;
  std::unique_ptr<Listener> listener;
  asio::io_context control{1};  // signals; of a thread of its own, because run() waits
  asio::signal_set signals{control, SIGTERM, SIGINT};
  std::promise<void> ending;

  Parts(const ServerConfig& given, const std::filesystem::path& index)
      : config(completed(given)),
        log(Log::to_standard_error(config.access_log)),
        serving(IndexDirectory(index), log, Engine::open),
        assets(web_files()),
        router(routes(serving, assets)),
        ids(random_number()),
        workers(config.workers, config.queue, config.timeouts.queue) {}

  void wait_for_signal() {
    signals.async_wait([this](boost::system::error_code error, int) {
      if (error) return;
      end();
      wait_for_signal();
    });
  }

  /// The first call begins the end, the next hurries it. On the control thread.
  void end() {
    if (serving.is_leaving()) return listener->hurry();
    serving.leave();
    ending.set_value();
  }
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(const ServerConfig& config,
                                             const std::filesystem::path& index) {
  auto parts = std::make_unique<Parts>(config, index);
  auto listener =
      Listener::open({parts->router, parts->workers, parts->log, parts->ids, parts->config});
  if (!listener) return failure(listener.error());
  parts->listener = std::move(*listener);
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::string Server::url() const {
  const std::string& host = parts_->config.listen.host;
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" +
         std::to_string(parts_->listener->port());
}

void Server::run() {
  Parts& parts = *parts_;
  parts.serving.look();
  parts.serving.watch(parts.config.timeouts.poll);
  parts.wait_for_signal();
  std::thread control([&parts] { parts.control.run(); });
  parts.listener->start();
  std::cerr << "listening on " + url() + "\n" << std::flush;

  parts.ending.get_future().wait();
  parts.log.event(Severity::info, "stopping");
  parts.listener->drain(parts.config.timeouts.drain);
  parts.control.stop();
  control.join();
  parts.log.event(Severity::info, "stopped");
}

void Server::stop() {
  asio::post(parts_->control, [parts = parts_.get()] { parts->end(); });
}

}  // namespace guidepost::server
