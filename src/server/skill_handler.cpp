#include "server/skill_handler.h"

#include "core/json/answer_json.h"
#include "core/json/document_json.h"
#include "core/text/utf8.h"
#include "server/no_index.h"
#include "server/parameters.h"
#include "server/problem.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace guidepost::server {
namespace {

constexpr std::size_t max_name_bytes = 200;

Result<const Skill*> named_skill(const Vocabulary& vocabulary, const std::string& name) {
  const std::string text = clean_utf8(name, max_name_bytes);
  if (const Skill* skill = vocabulary.named(text)) return skill;
  const std::string near = vocabulary.nearest_id(text);
  return failure(ErrorCode::not_found, "there is no skill \"" + text + "\"",
                 near.empty() ? "see GET /v1/skills" : "did you mean \"" + near + "\"?");
}

/// Nothing when no kind was asked for.
Result<std::optional<SkillKind>> wanted_kind(const Request& request) {
  const auto text = text_parameter(request, "kind");
  if (!text) return failure(text.error());
  if (text->empty()) return std::optional<SkillKind>();
  if (const auto kind = skill_kind_named(*text)) return kind;
  std::array<std::string_view, all_skill_kinds.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = name_of(all_skill_kinds[i]);
  return failure(unknown_value("kind of skill", *text, names));
}

bool begins_with(const Skill& skill, const std::string& folded_prefix) {
  const auto begins = [&](const std::string& name) {
    return fold(name).starts_with(folded_prefix);
  };
  return folded_prefix.empty() || begins(skill.label) || begins(skill.id) ||
         std::any_of(skill.aliases.begin(), skill.aliases.end(), begins);
}

}  // namespace

std::vector<std::string> skill_list_parameters() { return {"prefix", "kind", "limit", "offset"}; }
std::vector<std::string> related_parameters() { return {"limit"}; }

Response skill_list(const Request& request, const Serving& serving) {
  const auto prefix = text_parameter(request, "prefix");
  if (!prefix) return problem(prefix.error());
  const auto kind = wanted_kind(request);
  if (!kind) return problem(kind.error());
  const auto limit = number_parameter(request, "limit", 50, {1, 1000});
  if (!limit) return problem(limit.error());
  const auto offset = number_parameter(request, "offset", 0, {0, 1'000'000});
  if (!offset) return problem(offset.error());
  const auto engine = serving.current();
  if (!engine) return no_index(serving);

  const std::string folded_prefix = fold(*prefix);
  json::SkillList list{0, *offset, *limit, {}};
  for (const Skill& skill : engine->vocabulary().skills()) {
    if (*kind && skill.kind != **kind) continue;
    if (!begins_with(skill, folded_prefix)) continue;
    if (list.total++ >= *offset && list.skills.size() < *limit) list.skills.push_back(&skill);
  }
  return json_response(json::skill_list(list));
}

Response skill(const Request& request, const Serving& serving) {
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto found = named_skill(engine->vocabulary(), request.captured);
  if (!found) return problem(found.error());
  const Skill& named = **found;
  return json_response(json::skill(named, engine->recommender().roles_with(named.id)));
}

Response related_skills(const Request& request, const Serving& serving) {
  const auto limit = number_parameter(request, "limit", 10, {1, 100});
  if (!limit) return problem(limit.error());
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto found = named_skill(engine->vocabulary(), request.captured);
  if (!found) return problem(found.error());
  const std::array ids{(*found)->id};
  const auto answer = engine->recommender().related(ids, *limit);
  if (!answer) return problem(answer.error());
  const std::array to{*found};
  return json_response(json::related_answer(to, *answer));
}

}  // namespace guidepost::server
