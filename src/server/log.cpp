#include "server/log.h"

#include <nlohmann/json.hpp>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace guidepost::server {
namespace {

using Json = nlohmann::ordered_json;

std::shared_ptr<spdlog::logger> logger_to(spdlog::sink_ptr sink) {
  auto logger = std::make_shared<spdlog::logger>("guidepost", std::move(sink));
  logger->set_pattern("%v");
  logger->flush_on(spdlog::level::info);
  return logger;
}

/// UTC, ISO 8601, to the millisecond.
std::string timestamp() {
  const auto now = std::chrono::system_clock::now();
  const auto since_epoch =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::string text(sizeof "2024-05-01T10:00:00", '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc));
  const std::string milliseconds = std::to_string(since_epoch.count() % 1000);
  return text + "." + std::string(3 - milliseconds.size(), '0') + milliseconds + "Z";
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

Json line_of(Severity severity, std::string_view event) {
  return {{"time", timestamp()}, {"level", name_of(severity)}, {"event", event}};
}

void write(spdlog::logger& logger, const Json& line) {
  const std::string text = line.dump(-1, ' ', false, Json::error_handler_t::replace);
  logger.log(spdlog::level::info, spdlog::string_view_t(text.data(), text.size()));
}

}  // namespace

Log Log::to_standard_error(AccessLog access) {
  return Log(logger_to(std::make_shared<spdlog::sinks::stderr_sink_mt>()), access);
}

Log Log::to(std::ostream& stream, AccessLog access) {
  return Log(logger_to(std::make_shared<spdlog::sinks::ostream_sink_mt>(stream)), access);
}

void Log::request(const AccessLine& line) const {
  const bool failed = line.status >= 500;
  if (access_ == AccessLog::off && !failed) return;
  Json json = line_of(failed ? Severity::error : Severity::info, "request");
  json["id"] = line.id;
  json["method"] = line.method;
  json["path"] = line.path;
  json["status"] = line.status;
  json["bytes"] = line.bytes;
  json["ms"] = std::round(line.milliseconds * 1e3) / 1e3;
  json["remote"] = line.remote;
  if (!line.note.empty()) json["note"] = line.note;
  write(*logger_, json);
}

void Log::event(Severity severity, std::string_view event,
                std::initializer_list<Detail> details) const {
  Json json = line_of(severity, event);
  for (const auto& [name, value] : details) json[std::string(name)] = value;
  write(*logger_, json);
}

}  // namespace guidepost::server
