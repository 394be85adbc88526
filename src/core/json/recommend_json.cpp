#include "core/json/recommend_json.h"

#include "core/json/json_parts.h"

namespace guidepost::json {
namespace {

Json understood(const Understood& one) {
  Json object = {{"id", one.id}, {"label", one.label}, {"typed", one.typed}};
  object["corrected"] = one.how == Understanding::corrected;
  return object;
}

Json understood_role(const Understood& one) {
  Json object = {{"id", one.id}, {"title", one.label}, {"typed", one.typed}};
  object["corrected"] = one.how == Understanding::corrected;
  return object;
}

Json needed(const NeededSkill& skill) {
  return {{"id", skill.id},
          {"label", skill.label},
          {"kind", guidepost::name_of(skill.kind)},
          {"importance", skill.importance},
          {"share", rounded(skill.share)}};
}

Json held_part(const HeldPart& part) {
  Json object = {{"id", part.id}, {"label", part.label}, {"weight", rounded(part.weight)}};
  add_unless_empty(object, "instead_of", part.instead_of);
  return object;
}

Json role_fit(const RoleFit& role) {
  Json parts = Json::object();
  for (const ScorePart& part : role.parts) parts[part.name] = rounded(part.weight);
  return {{"id", role.id},
          {"title", role.title},
          {"url", role.url},
          {"score", rounded(role.score)},
          {"coverage", rounded(role.coverage)},
          {"parts", std::move(parts)},
          {"reasons", list_of(role.held, held_part)},
          {"missing", list_of(role.missing, needed)},
          {"missing_total", role.missing_total}};
}

std::string_view name_of(PrecedenceKind kind) {
  switch (kind) {
    case PrecedenceKind::declared:
      return "declared";
    case PrecedenceKind::roles:
      return "roles";
  }
  return "roles";
}

Json after(const GapStep::After& earlier) {
  return {{"id", earlier.id},
          {"label", earlier.label},
          {"kind", name_of(earlier.why.kind)},
          {"share", rounded(earlier.why.share)}};
}

Json opened(const OpenedRole& role) {
  return {{"id", role.id},
          {"title", role.title},
          {"coverage", rounded(role.before)},
          {"with_it", rounded(role.after)}};
}

Json helping(const HelpingPassage& passage) {
  Json object = {{"id", passage.id}, {"type", passage.type}, {"title", passage.title}};
  add_unless_empty(object, "guide", passage.guide);
  object["url"] = passage.url;
  return object;
}

Json next_role(const NextRole& role) {
  return {{"id", role.id},
          {"title", role.title},
          {"url", role.url},
          {"declared", role.is_declared},
          {"score", rounded(role.score)},
          {"overlap", rounded(role.overlap)},
          {"nearness", rounded(role.nearness)},
          {"levels_up", role.step ? Json(rounded(*role.step)) : Json(nullptr)},
          {"shared", list_of(role.shared, needed)},
          {"to_learn", list_of(role.to_learn, needed)},
          {"to_learn_total", role.to_learn_total}};
}

}  // namespace

std::string skills_answer(const Understood* role, std::span<const Understood> have,
                          const SkillsAnswer& answer) {
  Json object;
  object["role"] = role == nullptr ? Json(nullptr) : understood_role(*role);
  object["have"] = list_of(have, understood);
  object["total"] = answer.total;
  object["exact"] = answer.is_exact;
  object["skills"] = list_of(answer.skills, related_skill);
  return written(object);
}

std::string roles_answer(std::span<const Understood> have, const RolesAnswer& answer) {
  Json object;
  object["have"] = list_of(have, understood);
  object["total"] = answer.total;
  object["exact"] = answer.is_exact;
  object["roles"] = list_of(answer.roles, role_fit);
  return written(object);
}

std::string similar_answer(const Understood& role, const RolesAnswer& answer) {
  Json object;
  object["role"] = understood_role(role);
  object["total"] = answer.total;
  object["exact"] = answer.is_exact;
  object["similar"] = list_of(answer.roles, role_fit);
  return written(object);
}

std::string gap_answer(const Understood& role, std::span<const Understood> have,
                       const GapAnswer& answer, std::span<const HelpingPassages> help) {
  Json object;
  object["role"] = understood_role(role);
  object["have"] = list_of(have, understood);
  object["coverage"] = rounded(answer.coverage);
  object["held"] = list_of(answer.held, needed);
  object["missing_total"] = answer.missing_total;
  object["exact"] = true;
  Json missing = Json::array();
  for (std::size_t i = 0; i < answer.missing.size(); ++i) {
    const GapStep& step = answer.missing[i];
    Json one = needed(step.skill);
    one["needed_by"] = step.needed_by;
    one["after"] = list_of(step.after, after);
    one["opens"] = list_of(step.opens, opened);
    one["tips"] = i < help.size() ? list_of(help[i], helping) : Json::array();
    missing.push_back(std::move(one));
  }
  object["missing"] = std::move(missing);
  object["beyond"] = list_of(answer.beyond, related_skill);
  return written(object);
}

std::string next_answer(const Understood& role, const NextAnswer& answer) {
  Json object;
  object["role"] = understood_role(role);
  object["total"] = answer.total;
  object["exact"] = true;
  object["next"] = list_of(answer.roles, next_role);
  return written(object);
}

}  // namespace guidepost::json
