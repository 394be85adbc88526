#include "server/recommend_body.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"
#include "server/shown_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace guidepost::server {
namespace {

using Json = nlohmann::json;

constexpr std::string_view example =
    R"(send {"have": ["sql", "docker"], "role": "backend-developer", "limit": 10})";

tl::unexpected<Error> wrong(std::string message, std::string_view hint = "") {
  return failure(ErrorCode::bad_input, std::move(message), std::string(hint));
}

Result<Json> parse(std::string_view text) {
  if (text.empty()) return wrong("the body is empty", example);
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return wrong("the body is not JSON, from byte " + std::to_string(error.byte) + " on", example);
  } catch (const Json::exception&) {  // a number that no double holds
    return wrong("the body holds a number that is out of range");
  }
}

Result<void> check_keys(const Json& object, std::span<const std::string_view> keys) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::string near = nearest(key, keys);
    return wrong("the body has no key " + in_quotes(key),
                 near.empty() ? "it may be " + listed(keys) : "did you mean \"" + near + "\"?");
  }
  return {};
}

Result<std::string> read_name(const Json& value, const std::string& place) {
  if (!value.is_string()) return wrong(place + " must be a string, not " + value.type_name());
  const auto& name = value.get_ref<const std::string&>();
  if (name.find_first_not_of(" \t\r\n") == std::string::npos) return wrong(place + " is empty");
  if (name.size() > longest_name) {
    return wrong(place + " may have " + std::to_string(longest_name) + " bytes");
  }
  return name;
}

Result<std::vector<std::string>> read_have(const Json& value) {
  if (!value.is_array()) {
    return wrong(std::string("have must be a list of strings, not ") + value.type_name());
  }
  if (value.size() > most_skills_held) {
    return wrong("have may hold " + std::to_string(most_skills_held) + " skills, not " +
                 std::to_string(value.size()));
  }
  std::vector<std::string> have;
  for (const Json& item : value) {
    auto name = read_name(item, "have[" + std::to_string(have.size()) + "]");
    if (!name) return failure(name.error());
    have.push_back(std::move(*name));
  }
  return have;
}

Result<std::size_t> read_limit(const Json& value) {
  const bool is_count = value.is_number_unsigned();
  const std::uint64_t number = is_count ? value.get<std::uint64_t>() : 0;
  if (number < 1 || number > most_recommended) {
    return wrong("limit must be a whole number from 1 to " + std::to_string(most_recommended));
  }
  return static_cast<std::size_t>(number);
}

}  // namespace

bool is_json(const Request& request) {
  std::string_view type = request.header("content-type");
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ') || type.ends_with('\t')) type.remove_suffix(1);
  return fold(type) == "application/json";
}

Result<RecommendBody> read_recommend_body(std::string_view text,
                                          std::span<const std::string_view> keys) {
  const auto json = parse(text);
  if (!json) return failure(json.error());
  if (!json->is_object()) {
    return wrong(std::string("the body must be an object, not ") + json->type_name(), example);
  }
  if (const auto known = check_keys(*json, keys); !known) return failure(known.error());
  RecommendBody body;
  if (const auto have = json->find("have"); have != json->end()) {
    auto read = read_have(*have);
    if (!read) return failure(read.error());
    body.have = std::move(*read);
  }
  if (const auto role = json->find("role"); role != json->end()) {
    auto read = read_name(*role, "role");
    if (!read) return failure(read.error());
    body.role = std::move(*read);
  }
  if (const auto limit = json->find("limit"); limit != json->end()) {
    const auto read = read_limit(*limit);
    if (!read) return failure(read.error());
    body.limit = *read;
  }
  return body;
}

}  // namespace guidepost::server
