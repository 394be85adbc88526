// What answers of all kinds are written with: numbers rounded alike, lists, skills and reasons.
#pragma once

#include "core/model/vocabulary.h"
#include "core/recommend/related_skill.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::json {

using Json = nlohmann::ordered_json;

/// Ill-formed UTF-8 is written as U+FFFD.
std::string written(const Json& json);

/// To a millionth, so that equal indexes answer alike.
double rounded(double value);

/// An empty object with room for so many fields: one that grows copies all that it holds.
Json object_of(std::size_t fields);

/// {name: value, ...}, of names and values by turns. Unlike a braced list it copies nothing twice; for what comes by the hundred.
template <typename... Parts>
Json fields(Parts&&... parts) {
  static_assert(sizeof...(parts) % 2 == 0);
  Json::object_t object;
  object.reserve(sizeof...(parts) / 2);
  const auto add = [&object](const auto& self, const char* name, auto&& value, auto&&... rest) {
    object.emplace_back(name, Json(std::forward<decltype(value)>(value)));
    if constexpr (sizeof...(rest) > 0) self(self, std::forward<decltype(rest)>(rest)...);
  };
  add(add, std::forward<Parts>(parts)...);
  return Json(std::move(object));
}

Json text_or_null(const std::string& text);
Json texts(const std::vector<std::string>& values);
void add_unless_empty(Json& object, const char* name, const std::string& value);

/// "extra": what only the source understands, a JSON object; left out where `extra` is none.
void add_extra(Json& object, const std::string& extra);

/// [make(item), ...]; an array even when there are no items.
template <typename Range, typename Make>
Json list_of(const Range& range, Make make) {
  Json::array_t list;
  list.reserve(std::size(range));
  for (const auto& item : range) list.push_back(make(item));
  return Json(std::move(list));
}

/// {"id", "label"}; a skill without a label is shown by its id.
Json skill_name(const std::string& id, const std::string& label);
Json skill_name(const std::string& id, const Vocabulary& vocabulary);

Json reason(const Reason& reason);
Json related_skill(const RelatedSkill& skill);

}  // namespace guidepost::json
