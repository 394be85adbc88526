#include "server/recommend_handler.h"

#include "core/json/recommend_json.h"
#include "core/recommend/similar_roles.h"
#include "core/search/role_of_guide.h"
#include "core/text/utf8.h"
#include "server/no_index.h"
#include "server/parameters.h"
#include "server/problem.h"
#include "server/recommend_body.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace guidepost::server {
namespace {

constexpr std::array<std::string_view, 2> keys_with_skills{"have", "limit"};
constexpr std::array<std::string_view, 3> keys_with_role{"have", "role", "limit"};

/// What is wrong with a body, a name in it included. An error of the server stays one.
Response body_problem(const Error& error) {
  const bool is_the_callers =
      error.code == ErrorCode::bad_input || error.code == ErrorCode::not_found;
  if (!is_the_callers) return problem(error);
  return problem(ProblemCode::bad_body,
                 to_string(Error{error.code, error.message, error.hint, {}}));
}

Response body_lacks(std::string_view what) {
  return problem(ProblemCode::bad_body, "the body needs " + std::string(what));
}

/// The names of a body, understood.
struct Asked {
  std::optional<Understood> role;
  std::vector<Understood> have;
  std::vector<std::uint32_t> held;  // numbers of `have`

  const Understood* role_or_none() const { return role ? &*role : nullptr; }
};

tl::expected<Asked, Response> understand(const Engine& engine, const RecommendBody& body) {
  const RecommendData& data = engine.recommend_data();
  Asked asked;
  if (!body.role.empty()) {
    auto role = role_of_guide(data, *engine.lease(), body.role);
    if (!role) return tl::unexpected(body_problem(role.error()));
    asked.role = std::move(*role);
  }
  auto have = understand_skills(data, body.have);
  if (!have) {
    const UnknownSkill& unknown = have.error();
    return tl::unexpected(
        unknown_skill_problem(to_string(unknown), unknown.typed, unknown.nearest));
  }
  asked.have = std::move(*have);
  for (const Understood& skill : asked.have) asked.held.push_back(skill.number);
  return asked;
}

using Answer = Response (*)(const Asked&, const RecommendBody&, const Engine&);

/// What all three questions have in common. `lack`: what the body is without; empty when it has all that is needed.
Response ask(const Request& request, const Serving& serving, std::span<const std::string_view> keys,
             std::string_view (*lack)(const RecommendBody&), Answer answer) {
  if (!is_json(request)) {
    return problem(ProblemCode::unsupported_media_type,
                   "the body must come with \"Content-Type: application/json\"");
  }
  const auto body = read_recommend_body(request.body, keys);
  if (!body) return body_problem(body.error());
  if (const std::string_view lacking = lack(*body); !lacking.empty()) return body_lacks(lacking);
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto asked = understand(*engine, *body);
  if (!asked) return asked.error();
  return answer(*asked, *body, *engine);
}

Response skills_answer(const Asked& asked, const RecommendBody& body, const Engine& engine) {
  const RecommendData& data = engine.recommend_data();
  SkillsRequest wanted;
  wanted.limit = body.limit.value_or(wanted.limit);
  wanted.besides = asked.held;
  const SkillsAnswer answer = asked.role
                                  ? skills_for_role(data, asked.role->number, wanted, Reasons::yes)
                                  : skills_for_set(data, asked.held, wanted, Reasons::yes);
  return json_response(json::skills_answer(asked.role_or_none(), asked.have, answer));
}

Response roles_answer(const Asked& asked, const RecommendBody& body, const Engine& engine) {
  RolesRequest wanted;
  wanted.limit = body.limit.value_or(wanted.limit);
  return json_response(json::roles_answer(
      asked.have, roles_for_skills(engine.recommend_data(), asked.held, wanted)));
}

Response gap_answer(const Asked& asked, const RecommendBody& body, const Engine& engine) {
  GapRequest wanted;
  wanted.limit = body.limit.value_or(wanted.limit);
  const GapAnswer answer =
      skill_gap(engine.recommend_data(), asked.role->number, asked.held, wanted);
  const auto searcher = engine.lease();
  const auto help = help_with_gap(*searcher, engine.vocabulary(), answer);
  if (!help) return problem(help.error());
  return json_response(json::gap_answer(*asked.role, asked.have, answer, *help));
}

using AboutRole = std::string (*)(const Understood& role, std::size_t limit,
                                  const RecommendData& data);

Response about_role(const Request& request, const Serving& serving, AboutRole answer) {
  const auto limit = number_parameter(request, "limit", 10, {1, most_recommended});
  if (!limit) return problem(limit.error());
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const RecommendData& data = engine->recommend_data();
  const auto role =
      role_of_guide(data, *engine->lease(), clean_utf8(request.captured, longest_name));
  if (!role) return problem(role.error());
  return json_response(answer(*role, *limit, data));
}

}  // namespace

std::vector<std::string> role_list_parameters() { return {"limit"}; }

Response recommend_skills(const Request& request, const Serving& serving) {
  const auto lack = [](const RecommendBody& body) -> std::string_view {
    return body.have.empty() && body.role.empty() ? "a skill in \"have\", or a \"role\"" : "";
  };
  return ask(request, serving, keys_with_role, lack, skills_answer);
}

Response recommend_roles(const Request& request, const Serving& serving) {
  const auto lack = [](const RecommendBody& body) -> std::string_view {
    return body.have.empty() ? "a skill in \"have\"" : "";
  };
  return ask(request, serving, keys_with_skills, lack, roles_answer);
}

Response recommend_gap(const Request& request, const Serving& serving) {
  const auto lack = [](const RecommendBody& body) -> std::string_view {
    return body.role.empty() ? "a \"role\"" : "";
  };
  return ask(request, serving, keys_with_role, lack, gap_answer);
}

Response similar_roles(const Request& request, const Serving& serving) {
  return about_role(
      request, serving, [](const Understood& role, std::size_t limit, const RecommendData& data) {
        RolesRequest wanted;
        wanted.limit = limit;
        return json::similar_answer(role, guidepost::similar_roles(data, role.number, wanted));
      });
}

Response roles_next(const Request& request, const Serving& serving) {
  return about_role(request, serving,
                    [](const Understood& role, std::size_t limit, const RecommendData& data) {
                      return json::next_answer(role, next_roles(data, role.number, limit));
                    });
}

}  // namespace guidepost::server
