// Requests and responses as values: what handlers see. No Beast, no socket, no thread.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::server {

struct Header {
  std::string name;
  std::string value;

  friend bool operator==(const Header&, const Header&) = default;
};

/// A query parameter, decoded. Any bytes: what must be UTF-8 is checked where it is read.
struct Parameter {
  std::string name;
  std::string value;

  friend bool operator==(const Parameter&, const Parameter&) = default;
};

struct Request {
  std::string method = "GET";  // in capitals
  std::string path = "/";      // as it was sent, without the query: for logs and messages
  std::vector<std::string> segments;
  std::vector<Parameter> parameters;  // in the order of the query
  std::vector<Header> headers;        // names in lower case
  std::string body;
  std::string captured;  // what stood in the place of the route's {}, decoded

  /// The header of this name (lower case), or empty.
  std::string_view header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const Header& header) { return header.name == name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->value);
  }
};

struct Response {
  unsigned status = 200;
  std::vector<Header> headers;  // without those that frame the message or belong to every answer
  std::string body;
  std::string log_note;  // for the log only: why it failed, with what nobody outside should read

  void set(std::string_view name, std::string value) {
    for (Header& header : headers) {
      if (header.name == name) {
        header.value = std::move(value);
        return;
      }
    }
    headers.push_back({std::string(name), std::move(value)});
  }

  /// The header of this name, spelled as it was set, or empty.
  std::string_view header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const Header& header) { return header.name == name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->value);
  }
};

inline Response json_response(std::string body) {
  Response response;
  response.set("Content-Type", "application/json");
  response.body = std::move(body);
  return response;
}

}  // namespace guidepost::server
