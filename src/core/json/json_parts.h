// What answers of all kinds are written with: numbers rounded alike, lists, skills and reasons.
#pragma once

#include "core/model/vocabulary.h"
#include "core/recommend/related_skill.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace guidepost::json {

using Json = nlohmann::ordered_json;

/// Ill-formed UTF-8 is written as U+FFFD.
std::string written(const Json& json);

/// To a millionth, so that equal indexes answer alike.
double rounded(double value);

Json text_or_null(const std::string& text);
Json texts(const std::vector<std::string>& values);
void add_unless_empty(Json& object, const char* name, const std::string& value);

/// "extra": what only the source understands, a JSON object; left out where `extra` is none.
void add_extra(Json& object, const std::string& extra);

/// [make(item), ...]; an array even when there are no items.
template <typename Range, typename Make>
Json list_of(const Range& range, Make make) {
  Json list = Json::array();
  for (const auto& item : range) list.push_back(make(item));
  return list;
}

/// {"id", "label"}; a skill without a label is shown by its id.
Json skill_name(const std::string& id, const std::string& label);
Json skill_name(const std::string& id, const Vocabulary& vocabulary);

Json reason(const Reason& reason);
Json related_skill(const RelatedSkill& skill);

}  // namespace guidepost::json
