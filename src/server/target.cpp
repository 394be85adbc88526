#include "server/target.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace guidepost::server {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

/// The byte that the escape at text[at] stands for; nothing when it is none.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
  const auto high = hex_digit(text[at + 1]);
  const auto low = hex_digit(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

/// How many of the `run` raw pluses behind `before` are meant: two when they end a word, as in "c++" and in "c+++developer".
std::size_t kept_pluses(std::string_view before, std::size_t run, std::string_view after) {
  if (before.empty() || before.back() == ' ' || run < 2 || run > 3) return 0;
  const bool ends_word = run == 3 || after.empty() || after.starts_with("%20");
  return ends_word ? 2 : 0;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) return segments;
  for (;;) {
    const std::size_t slash = path.find('/');
    segments.push_back(decode_percent(path.substr(0, slash)));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

std::vector<Parameter> split_query(std::string_view query) {
  std::vector<Parameter> parameters;
  while (!query.empty()) {
    const std::size_t ampersand = query.find('&');
    const std::string_view pair = query.substr(0, ampersand);
    const std::size_t equals = pair.find('=');
    std::string name = decode_percent(pair.substr(0, equals));
    if (!name.empty()) {
      std::string value =
          equals == std::string_view::npos ? "" : decode_query_text(pair.substr(equals + 1));
      parameters.push_back({std::move(name), std::move(value)});
    }
    if (ampersand == std::string_view::npos) break;
    query.remove_prefix(ampersand + 1);
  }
  return parameters;
}

/// "http://host:80/a?b" -> "/a?b"; anything else as it is.
std::string_view without_authority(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const std::size_t path = target.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos ? "/" : target.substr(path);
}

}  // namespace

std::string decode_percent(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto byte = escaped_byte(text, at)) {
      decoded += *byte;
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

std::string decode_query_text(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '+') {
      const std::size_t end = std::min(text.find_first_not_of('+', at), text.size());
      const std::size_t kept = kept_pluses(decoded, end - at, text.substr(end));
      decoded.append(kept, '+').append(end - at - kept, ' ');
      at = end;
    } else if (const auto byte = escaped_byte(text, at)) {
      decoded += *byte;
      at += 3;
    } else {
      decoded += text[at++];
    }
  }
  return decoded;
}

Target read_target(std::string_view target) {
  target = without_authority(target);
  const std::size_t question = target.find('?');
  Target read;
  read.path = target.substr(0, question);
  if (read.path.empty()) read.path = "/";
  read.segments = split_path(read.path);
  if (question != std::string_view::npos) {
    read.parameters = split_query(target.substr(question + 1));
  }
  return read;
}

}  // namespace guidepost::server
