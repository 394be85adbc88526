#include "server/standard_headers.h"

#include <ctime>
#include <utility>

namespace guidepost::server {
namespace {

/// RFC 9110, 5.6.7. Names are written out here: strftime would take them from the locale.
std::string http_date(std::time_t seconds) {
  constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::string numbers(sizeof "2024 10:00:00 GMT", '\0');
  numbers.resize(std::strftime(numbers.data(), numbers.size(), "%Y %H:%M:%S GMT", &utc));
  const std::string day = std::to_string(utc.tm_mday);
  return std::string(days[utc.tm_wday]) + ", " + (day.size() < 2 ? "0" : "") + day + " " +
         months[utc.tm_mon] + " " + numbers;
}

void set_unless_there(Response& response, std::string_view name, std::string value) {
  if (response.header(name).empty()) response.set(name, std::move(value));
}

}  // namespace

void add_standard_headers(Response& response, std::string_view path, std::string_view request_id,
                          const std::string& cors_origin) {
  response.set("Date", http_date(std::time(nullptr)));
  response.set("X-Request-Id", std::string(request_id));
  response.set("X-Content-Type-Options", "nosniff");
  set_unless_there(response, "Cache-Control", "no-cache");
  if (path.starts_with("/v1/") && !cors_origin.empty()) {
    response.set("Access-Control-Allow-Origin", cors_origin);
    if (cors_origin != "*") response.set("Vary", "Origin");
  } else {
    std::erase_if(response.headers,
                  [](const Header& header) { return header.name.starts_with("Access-Control-"); });
  }
}

}  // namespace guidepost::server
