#include "core/json/json_parts.h"

#include <cmath>
#include <utility>

namespace guidepost::json {
namespace {

Json evidence(const Reason& reason) {
  switch (reason.kind) {
    case ReasonKind::hits:
      return {{"kind", "hits"},
              {"hits", reason.shared},
              {"of", reason.of},
              {"elsewhere", reason.elsewhere},
              {"lift", rounded(reason.lift)},
              {"weight", rounded(reason.weight)},
              {"guides", texts(reason.guides)}};
    case ReasonKind::roles:
      return {{"kind", "roles"},
              {"roles", texts(reason.guides)},
              {"shared", reason.shared},
              {"of", reason.of},
              {"expected", rounded(reason.expected)},
              {"lift", rounded(reason.lift)},
              {"weight", rounded(reason.weight)}};
    case ReasonKind::passages:
      return {{"kind", "passages"},
              {"shared", reason.shared},
              {"of", reason.of},
              {"expected", rounded(reason.expected)},
              {"lift", rounded(reason.lift)},
              {"weight", rounded(reason.weight)}};
    case ReasonKind::words:
      return {{"kind", "words"}, {"weight", rounded(reason.weight)}};
    case ReasonKind::group:
      return {{"kind", "group"}, {"weight", rounded(reason.weight)}};
    case ReasonKind::role_text:
      return {{"kind", "role_text"}, {"weight", rounded(reason.weight)}};
    case ReasonKind::part:
      return {{"kind", reason.part}, {"weight", rounded(reason.weight)}};
    case ReasonKind::rest:
      return {{"kind", "rest"}, {"reasons", reason.of}, {"weight", rounded(reason.weight)}};
  }
  return Json::object();
}

}  // namespace

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(double value) { return std::round(value * 1e6) / 1e6; }

Json object_of(std::size_t fields) {
  Json::object_t object;
  object.reserve(fields);
  return Json(std::move(object));
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json texts(const std::vector<std::string>& values) {
  return list_of(values, [](const std::string& value) { return Json(value); });
}

void add_unless_empty(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void add_extra(Json& object, const std::string& extra) {
  if (extra.empty()) return;
  Json keys = Json::parse(extra, nullptr, /*allow_exceptions=*/false);
  if (keys.is_object()) object["extra"] = std::move(keys);
}

Json skill_name(const std::string& id, const std::string& label) {
  return fields("id", id, "label", label.empty() ? id : label);
}

Json skill_name(const std::string& id, const Vocabulary& vocabulary) {
  const Skill* known = vocabulary.find(id);
  return skill_name(id, known ? known->label : id);
}

/// With the skill that gives the reason, where there are several it could be.
Json reason(const Reason& reason) {
  Json object = evidence(reason);
  if (!reason.skill.empty()) object["skill"] = skill_name(reason.skill, reason.label);
  return object;
}

Json related_skill(const RelatedSkill& skill) {
  return fields("id", skill.id, "label", skill.label, "kind", guidepost::name_of(skill.kind),
                "score", rounded(skill.score), "reasons", list_of(skill.reasons, reason));
}

}  // namespace guidepost::json
